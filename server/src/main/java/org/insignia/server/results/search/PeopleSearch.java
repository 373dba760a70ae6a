package org.insignia.server.results.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.springframework.stereotype.Component;

/**
 * Finds people by an address or a number as it is written, or by the beginnings of their names.
 * Each way is a short walk along an index, however many people there are.
 */
@Component
public class PeopleSearch {
  /** The longest text that is looked for. */
  public static final int LONGEST = 200;

  /** In so many places a text is taken apart into two names. */
  private static final int MOST_WORDS = 6;

  private final PeopleSearchStore store;

  PeopleSearch(PeopleSearchStore store) {
    this.store = store;
  }

  /**
   * Everybody, by family name.
   *
   * @param after the last one of the page before; empty for the first
   */
  public List<FoundPerson> all(OrganisationId organisation, Optional<UUID> after, int limit) {
    return store.all(organisation.value(), after.orElse(null), limit);
  }

  /**
   * Those that a text may mean; each record once.
   *
   * @param text an address, a number, a name or the beginning of one, in either order
   * @param limit of each way of finding
   */
  public List<FoundPerson> find(OrganisationId organisation, String text, int limit) {
    var asked = text.strip();
    var id = organisation.value();
    if (asked.isEmpty() || asked.length() > LONGEST || asked.indexOf('\0') >= 0) {
      return List.of();
    }
    var found = new ArrayList<FoundPerson>();
    if (asked.indexOf('@') > 0) {
      EmailAddress.parse(asked)
          .ifPresent(address -> found.addAll(store.byAddress(id, address.key(), limit)));
    }
    found.addAll(store.byNumber(id, asked, limit));
    for (var name : names(asked.toLowerCase(Locale.ROOT))) {
      found.addAll(store.byName(id, name, limit));
    }
    var once = new LinkedHashMap<UUID, FoundPerson>();
    found.forEach(person -> once.putIfAbsent(person.id().value(), person));
    return List.copyOf(once.values());
  }

  /**
   * How a text may fall into family and given name.
   *
   * @param family the beginning of it; empty: not said
   */
  record Name(String family, String given) {}

  static List<Name> names(String text) {
    var names = new ArrayList<Name>();
    names.add(new Name(text, ""));
    names.add(new Name("", text));
    var words = text.split("\\s+");
    for (int first = 1; first < Math.min(words.length, MOST_WORDS); first++) {
      var one = String.join(" ", List.of(words).subList(0, first));
      var other = String.join(" ", List.of(words).subList(first, words.length));
      names.add(new Name(other, one));
      names.add(new Name(one, other));
    }
    if (words.length == 1 && isHan(text)) {
      for (int family = 1; family <= 2 && family < text.length(); family++) {
        names.add(new Name(text.substring(0, family), text.substring(family)));
      }
    }
    return names;
  }

  private static boolean isHan(String text) {
    return text.codePoints()
        .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** This dossier and those merged into it; empty where it is not this organisation's. */
  public List<DossierId> dossiers(OrganisationId organisation, DossierId dossier) {
    return store.dossiers(organisation.value(), dossier.value()).stream()
        .map(DossierId::new)
        .toList();
  }

  /** The dossier into which this one was merged; itself where it was not. */
  public Optional<DossierId> standing(OrganisationId organisation, DossierId dossier) {
    return store.standing(organisation.value(), dossier.value()).map(DossierId::new);
  }

  /** The merges that these took part in. */
  public List<PastMerge> merges(List<DossierId> dossiers) {
    return store.merges(dossiers.stream().map(DossierId::value).toList());
  }
}
