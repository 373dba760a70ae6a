package org.insignia.server.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.wording.EntryWords;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The catalogues of all organisations, in all their versions. */
@Component
public class Catalog {
  private final CatalogStore store;
  private final TextStore texts;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  /**
   * The newest version that this node has read; whether it still is the newest is asked each time.
   */
  private final Map<OrganisationId, CatalogVersion> newest = new ConcurrentHashMap<>();

  private final Set<OrganisationId> changing = ConcurrentHashMap.newKeySet();

  Catalog(CatalogStore store, TextStore texts, Audit audit, ApplicationEventPublisher events) {
    this.store = store;
    this.texts = texts;
    this.audit = audit;
    this.events = events;
  }

  /** Published inside the transaction that makes a new version. */
  public record Changed(OrganisationId organisation, int number) {}

  /** Published inside the transaction that changes only words: the version stays. */
  public record Reworded(OrganisationId organisation) {}

  /** The present version; empty and with number 0 where nothing was imported. */
  public CatalogVersion current(OrganisationId organisation) {
    int number = store.number(organisation);
    CatalogVersion known = newest.get(organisation);
    if (known != null && known.number() == number) {
      return known;
    }
    CatalogVersion version = at(organisation, number);
    if (!changing.contains(organisation)) {
      newest.put(organisation, version);
    }
    return version;
  }

  /**
   * Takes the lock under which a catalogue is changed. Until the transaction ends no version is
   * kept: one that is undone must not be remembered, since its number will come to mean something
   * else.
   */
  int lock(OrganisationId organisation) {
    int number = store.lock(organisation);
    changing.add(organisation);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            changing.remove(organisation);
          }
        });
    return number;
  }

  /** A version as it was, so that a decision can be replayed. */
  public CatalogVersion at(OrganisationId organisation, int number) {
    return new CatalogVersion(
        number,
        store.rules(organisation, number).orElse(Rules.DEFAULT),
        store.entries(organisation, number),
        store.aliases(organisation));
  }

  /** Texts of an entry by locale, as the sources have them. */
  public Map<String, EntryText> texts(OrganisationId organisation, String uid) {
    Map<String, EntryText> plain = new TreeMap<>();
    texts.textsOf(organisation, uid).forEach((locale, text) -> plain.put(locale, text.text()));
    return plain;
  }

  /**
   * Titles of entries in a language, by uid; entries without a translated title are left out, whose
   * English one stands in the catalogue.
   */
  public Map<String, String> titles(
      OrganisationId organisation, Collection<String> uids, Language language) {
    Map<String, String> titles = new HashMap<>();
    Map<String, Map<Language, String>> own = store.byHand(organisation);
    texts
        .titles(organisation, uids)
        .forEach((uid, byLocale) ->
            EntryWords.title(byLocale, language).ifPresent(title -> titles.put(uid, title)));
    uids.forEach(uid -> {
      Map<Language, String> byLanguage = own.get(uid);
      if (byLanguage != null) {
        titles.remove(uid);
        Optional.ofNullable(byLanguage.get(language)).ifPresent(title -> titles.put(uid, title));
      }
    });
    return titles;
  }

  /** Titles that staff gave an entry, by language; empty where it is not kept by hand. */
  public Map<Language, String> titlesByHand(OrganisationId organisation, String uid) {
    return store.byHand(organisation).getOrDefault(uid, Map.of());
  }

  /** Lays down other rules; they hold from the next version on, for every decision made then. */
  @Transactional
  public int setRules(String actor, OrganisationId organisation, Rules rules) {
    int number = lock(organisation);
    Optional<Rules> known = store.rules(organisation, number);
    if (known.orElse(Rules.DEFAULT).equals(rules)) {
      return number;
    }
    store.putRules(organisation, number + 1, rules);
    store.setNumber(organisation, number + 1);
    audit.record(
        actor,
        organisation.value(),
        "catalog.rules",
        "catalogue:" + (number + 1),
        CatalogJson.write(rules));
    events.publishEvent(new Changed(organisation, number + 1));
    return number + 1;
  }
}
