package org.insignia.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Further mailboxes of a person: added, proven by a link, removed. */
@Service
public class Addresses {
  static final Duration VALID = Duration.ofHours(24);
  private static final Attempts.Rule LETTERS =
      Attempts.Rule.easing(5, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofDays(1));

  private final AddressStore store;
  private final Attempts attempts;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** A mailbox as its person sees it. */
  public record Mailbox(UUID id, EmailAddress address, boolean main, boolean verified) {}

  Addresses(
      AddressStore store,
      Attempts attempts,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.attempts = attempts;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /** All mailboxes of a person, proven or not, the main one first. */
  public List<Mailbox> of(PersonId person) {
    return store.of(person).stream().map(Addresses::mailbox).toList();
  }

  /**
   * Adds a mailbox and queues the letter that asks there; the time to wait if there were too many
   * letters.
   */
  @Transactional
  public Optional<Duration> add(PersonId person, EmailAddress address) {
    var wait = attempts.count(Attempts.subject("add-address", person.toString()), LETTERS);
    if (wait.isEmpty()) {
      var id = Ids.next();
      if (store.insertUnverified(id, person, address, clock.instant())) {
        outbox.queue(ConfirmAddedLetter.KIND, id, address);
      }
    }
    return wait;
  }

  /**
   * Queues the letter that asks at a mailbox once more, with a fresh link; the time to wait if
   * there were too many letters. Nothing happens for a mailbox that is proven, or somebody else's
   * to add.
   */
  @Transactional
  public Optional<Duration> askAgain(PersonId person, UUID id) {
    var row = store.find(id).filter(r -> r.person().equals(person) && !r.verified());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    var wait = attempts.count(Attempts.subject("add-address", person.toString()), LETTERS);
    if (wait.isEmpty()) {
      outbox.queueAgain(ConfirmAddedLetter.KIND, id, row.get().address());
    }
    return wait;
  }

  /**
   * The mailbox a link is about, without any effect, for the person who added it; empty for
   * everybody else.
   */
  public Optional<Mailbox> find(PersonId person, SecretToken token) {
    return store
        .findByToken(token.hash(), clock.instant())
        .filter(row -> row.person().equals(person))
        .map(Addresses::mailbox);
  }

  /**
   * Takes the mailbox as proven. Only the person who added it can say so, signed in: a stranger who
   * adds my address and makes me press a button must not get my badges.
   *
   * @return false if the link is spent or too old, or the mailbox has an owner
   */
  @Transactional
  public boolean confirm(PersonId person, SecretToken token) {
    var row =
        store.findByToken(token.hash(), clock.instant()).filter(r -> r.person().equals(person));
    try {
      if (row.isEmpty() || !store.verify(row.get().id(), token.hash(), clock.instant())) {
        return false;
      }
    } catch (DuplicateKeyException owned) {
      throw new org.insignia.server.platform.problem.Problem.Conflict(
          "this address belongs to another account");
    }
    events.publishEvent(new AddressVerified(person, row.get().address()));
    events.publishEvent(new SafetyChanged(person, What.ADDRESS_ADDED, row.get().address().value()));
    return true;
  }

  /** Makes a proven mailbox the main one; the one it was before is told, too. */
  @Transactional
  public void makeMain(PersonId person, UUID id) {
    var before = store.of(person).getFirst();
    var chosen = store.find(id).filter(r -> r.person().equals(person) && r.verified() && !r.main());
    if (chosen.isPresent() && store.makeMain(person, id)) {
      var address = chosen.get().address();
      events.publishEvent(
          new SafetyChanged(person, What.MAIN_ADDRESS, address.value(), List.of(before.address())));
    }
  }

  /** Takes a mailbox away, which is told; the main one stays. */
  @Transactional
  public void remove(PersonId person, UUID id) {
    var row = store.find(id).filter(r -> r.person().equals(person));
    if (row.isPresent() && store.remove(person, id) && row.get().verified()) {
      var address = row.get().address();
      events.publishEvent(
          new SafetyChanged(person, What.ADDRESS_REMOVED, address.value(), List.of(address)));
    }
  }

  void keep(UUID id, SecretToken token) {
    store.token(id, token.hash(), clock.instant().plus(VALID));
  }

  private static Mailbox mailbox(AddressStore.Row row) {
    return new Mailbox(row.id(), row.address(), row.main(), row.verified());
  }
}
