package org.insignia.server.accounts.profile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.PersonMade;
import org.insignia.server.accounts.Vanity;
import org.insignia.server.accounts.profile.Profile.Visibility;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and changes profiles. Nothing here asks who is asking: pages do, with {@link
 * Profile#isVisibleTo}.
 */
@Service
public class Profiles {
  private static final int LONGEST_HEADLINE = 160;

  private final ProfileStore store;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /**
   * What a person wants to be said of them, as typed.
   *
   * @param links one address each, blank ones mean nothing
   */
  public record Wish(
      String name, String vanity, Language language, String headline, List<String> links) {
    public Wish {
      links = List.copyOf(links);
    }
  }

  /** What speaks against a change. */
  public enum Objection {
    /** No name is left, or it holds characters that are no text. */
    NAME,
    /** Not 3 to 60 small letters, digits and single hyphens, or kept for ourselves. */
    VANITY,
    /** It leads, or once led, to somebody else. */
    VANITY_TAKEN,
    /** Longer than 160 characters or more than one line. */
    HEADLINE,
    /** One of them is no https address of a public host. */
    LINK,
    /** More than five. */
    LINKS
  }

  Profiles(ProfileStore store, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws Problem.NotFound if there is no such person (any more)
   */
  public Profile of(PersonId person) {
    return store.find(person).orElseThrow(() -> new Problem.NotFound("person " + person));
  }

  /** As {@link #of(PersonId)} for many; people who are gone are left out. */
  public Map<PersonId, Profile> of(Collection<PersonId> people) {
    return store.of(people).stream().collect(Collectors.toMap(Profile::id, p -> p));
  }

  /** The profile with this address now, private ones too. */
  public Optional<Profile> byVanity(String vanity) {
    return store.findByVanity(vanity);
  }

  /**
   * The profile that had this address before: whoever asks for the old one is led to its present
   * {@link Profile#path()}, if they may see it.
   */
  public Optional<Profile> movedFrom(String vanity) {
    return store.findByFormerVanity(vanity);
  }

  /**
   * People who want to be found, by name.
   *
   * @param words to be found in name or headline as they stand; empty for everybody
   */
  public List<Profile> listed(String words, int skip, int limit) {
    var literal = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return store.listed("%" + literal + "%", skip, limit);
  }

  /** Changes what is said; all that speaks against it, and then nothing is changed. */
  @Transactional
  public List<Objection> change(PersonId person, Wish wish) {
    var objections = objections(wish);
    var before = of(person);
    if (!objections.contains(Objection.VANITY) && store.isElsewhere(wish.vanity(), person)) {
      objections.add(Objection.VANITY_TAKEN);
    }
    if (!objections.isEmpty()) {
      return objections;
    }
    var name = Person.parseName(wish.name()).orElseThrow();
    try {
      store.change(person, name, wish.vanity(), wish.language());
    } catch (DuplicateKeyException taken) {
      throw new Problem.Conflict("somebody else has just taken this profile address");
    }
    if (!before.person().vanity().equals(wish.vanity())) {
      store.takeBack(wish.vanity(), person);
      store.leave(before.person().vanity(), person, clock.instant());
    }
    store.write(person, wish.headline().strip(), links(wish.links()).orElseThrow());
    changed(person, "accounts.profile");
    return List.of();
  }

  private static List<Objection> objections(Wish wish) {
    var objections = new ArrayList<Objection>();
    if (Person.parseName(wish.name()).isEmpty()) {
      objections.add(Objection.NAME);
    }
    if (!Vanity.isValid(wish.vanity())) {
      objections.add(Objection.VANITY);
    }
    var headline = wish.headline().strip();
    if (headline.codePointCount(0, headline.length()) > LONGEST_HEADLINE
        || !headline.isEmpty() && Person.parseName(headline).isEmpty()) {
      objections.add(Objection.HEADLINE);
    }
    var links = links(wish.links());
    if (links.isEmpty()) {
      objections.add(Objection.LINK);
    } else if (links.get().size() > ProfileLink.MOST) {
      objections.add(Objection.LINKS);
    }
    return objections;
  }

  private static Optional<List<ProfileLink>> links(List<String> typed) {
    var links = new ArrayList<ProfileLink>();
    for (var line : typed) {
      if (line.isBlank()) {
        continue;
      }
      var link = ProfileLink.parse(line);
      if (link.isEmpty()) {
        return Optional.empty();
      }
      if (!links.contains(link.get())) {
        links.add(link.get());
      }
    }
    return Optional.of(links);
  }

  /** Sets who may see the profile. Nobody is listed who is private. */
  @Transactional
  public void show(PersonId person, Visibility visibility, boolean listed) {
    store.show(person, visibility, listed && visibility == Visibility.PUBLIC);
    changed(person, "accounts.profile-" + (visibility == Visibility.PUBLIC ? "public" : "private"));
  }

  /** Inside the transaction that changed it. */
  void changed(PersonId person, String action) {
    audit.record("person:" + person, null, action, "person:" + person, "");
    events.publishEvent(new ProfileChanged(person));
  }

  @EventListener
  void open(PersonMade made) {
    store.open(made.person());
  }
}
