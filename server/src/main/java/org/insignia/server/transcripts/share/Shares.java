package org.insignia.server.transcripts.share;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shares as their earner makes, sees and closes them. Whoever is not the earner finds none here.
 */
@Service
public class Shares {
  /** The most that one person may have, closed ones included. */
  public static final int MOST = 50;

  /** The longest name. */
  public static final int LONGEST_NAME = 100;

  /** How long one lasts if nothing else is chosen. */
  public static final Duration USUALLY = Duration.ofDays(90);

  /** The most items of one. */
  public static final int MOST_ITEMS = 2000;

  private final ShareStore store;
  private final AccessCodes codes;
  private final Accounts accounts;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Shares(
      ShareStore store,
      AccessCodes codes,
      Accounts accounts,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.codes = codes;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What speaks against a share or its code. */
  public enum Objection {
    NAME("shares.problem.name", LONGEST_NAME),
    CODE_SHORT("shares.problem.code-short", AccessCode.SHORTEST),
    CODE_LONG("shares.problem.code-long", AccessCode.LONGEST),
    CODE_GUESSABLE("shares.problem.code-guessable", 0),
    ITEMS("shares.problem.items", 0);

    private final String key;
    private final int limit;

    Objection(String key, int limit) {
      this.key = key;
      this.limit = limit;
    }

    /** Of the text that says it, with {@link #limit()} as its argument. */
    public String key() {
      return key;
    }

    /** The number that decided; 0 where there is none. */
    public int limit() {
      return limit;
    }
  }

  /** All of a person, the newest first. */
  public List<Share> of(PersonId person) {
    return store.of(person);
  }

  /**
   * One of a person.
   *
   * @throws Problem.NotFound if there is none, or it is another's
   */
  public Share mine(PersonId person, UUID id) {
    return store
        .find(id)
        .filter(share -> share.person().equals(person))
        .orElseThrow(() -> new Problem.NotFound("there is no share " + id));
  }

  /**
   * The one of this ID, open or not; one question to the database, whatever comes of it. Whoever
   * shows it to others asks for the code first.
   */
  public Optional<LockedShare> find(TranscriptId transcript) {
    return store.find(transcript);
  }

  /** The one of this id, for what is not done by anybody. */
  public Optional<Share> find(UUID id) {
    return store.find(id);
  }

  /** The one at which tries are counted under this. */
  public Optional<Share> findCountedUnder(String subject) {
    return store.findCountedUnder(subject);
  }

  /** A code that nobody guesses, for an earner who does not want to think of one. */
  public AccessCode proposeCode() {
    return AccessCode.fresh(random);
  }

  /** All that speaks against a share, in the order of the form. */
  public List<Objection> objections(PersonId person, ShareWish wish, AccessCode code) {
    var objections = new ArrayList<Objection>();
    if (Person.parseName(wish.name()).isEmpty()
        || wish.name().codePointCount(0, wish.name().length()) > LONGEST_NAME) {
      objections.add(Objection.NAME);
    }
    objection(person, code).ifPresent(objections::add);
    var items = wish.items();
    if (items != null && (items.isEmpty() || items.size() > MOST_ITEMS)) {
      objections.add(Objection.ITEMS);
    }
    return objections;
  }

  /** What speaks against a code that this person chose. */
  public Optional<Objection> objection(PersonId person, AccessCode code) {
    return codes
        .objection(code, accounts.guessable(accounts.person(person)))
        .map(objection ->
            switch (objection) {
              case SHORT -> Objection.CODE_SHORT;
              case LONG -> Objection.CODE_LONG;
              case GUESSABLE -> Objection.CODE_GUESSABLE;
            });
  }

  /**
   * Opens a window.
   *
   * @throws Problem.Invalid if something speaks against it; {@link #objections} tells it in words
   * @throws Problem.Conflict if there are too many
   */
  @Transactional
  public Share make(PersonId person, ShareWish wish, AccessCode code) {
    refuse(objections(person, wish, code));
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var lasts = wish.lasts();
    var share =
        new Share(
            Ids.next(),
            person,
            TranscriptId.fresh(random),
            wish.name(),
            wish.language(),
            wish.withAddress(),
            wish.programs(),
            wish.items(),
            now,
            lasts == null ? null : now.plus(lasts),
            null);
    if (!store.insert(share, codes.hash(code), MOST)) {
      throw new Problem.Conflict("there are " + MOST + " shares already");
    }
    record(share, "make");
    return share;
  }

  private static void refuse(List<Objection> objections) {
    if (!objections.isEmpty()) {
      throw new Problem.Invalid("share", "not a share: " + objections);
    }
  }

  /**
   * Sets another code; browsers that were let in by the earlier one are let in no more.
   *
   * @throws Problem.Invalid if something speaks against the code
   * @throws Problem.Conflict if the share is closed
   */
  @Transactional
  public void changeCode(PersonId person, UUID id, AccessCode code) {
    var share = mine(person, id);
    refuse(objection(person, code).stream().toList());
    if (!store.changeCode(id, codes.hash(code))) {
      throw new Problem.Conflict("the share is closed");
    }
    events.publishEvent(new ShareLocked(share));
    record(share, "change-code");
  }

  /** Closes the window for good. */
  @Transactional
  public void revoke(PersonId person, UUID id) {
    var share = mine(person, id);
    if (store.revoke(id, clock.instant())) {
      events.publishEvent(new ShareLocked(share));
      record(share, "revoke");
    }
  }

  /** Takes a closed or open share off the list, with all that is known of it. */
  @Transactional
  public void remove(PersonId person, UUID id) {
    var share = mine(person, id);
    if (store.delete(id)) {
      record(share, "remove");
    }
  }

  /** Notes that the earner is told of wrong codes; false where that was done a short time ago. */
  public boolean tell(Share share, Duration quiet) {
    Instant now = clock.instant();
    return store.tell(share.id(), now.minus(quiet), now);
  }

  private void record(Share share, String action) {
    audit.record(
        "person:" + share.person(), null, "transcripts." + action, "share:" + share.id(), "");
  }
}
