package org.insignia.server.transcripts.copy;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.Delivery;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.transcripts.guard.Count;
import org.insignia.server.transcripts.guard.Guard;
import org.insignia.server.transcripts.guard.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends copies of a transcript to mailboxes that its earner names: one at a time, a few a day, with
 * no words of the sender, and with a notice to the earner, so that it is of no use to anybody who
 * wants to write to strangers or is in somebody else's account.
 */
@Service
public class Copies {
  /** How many one person may have sent in a day. */
  public static final int MOST = 5;

  private static final Limit BY_PERSON = Limit.of(MOST, Duration.ofDays(1));
  private static final Limit TO_MAILBOX = Limit.of(10, Duration.ofDays(1));

  private final CopyStore store;
  private final Guard guard;
  private final Accounts accounts;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  Copies(CopyStore store, Guard guard, Accounts accounts, Outbox outbox, Audit audit, Clock clock) {
    this.store = store;
    this.guard = guard;
    this.accounts = accounts;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is to be sent.
   *
   * @param items keys of the chosen items; null for all that are in force
   */
  public record Wish(
      EmailAddress to, Language language, boolean withAddress, @Nullable List<String> items) {
    public Wish {
      items = items == null ? null : List.copyOf(items);
    }
  }

  /** Why a copy is not sent. Names are keys of texts. */
  public enum Objection {
    MANY,
    MANY_THERE
  }

  /**
   * A copy is not sent.
   *
   * @param pause how long to wait before it may be
   */
  public record Refusal(Objection why, Duration pause) {}

  /** Queues a copy and the notice of it; or says why not. */
  @Transactional
  public Optional<Refusal> send(PersonId person, Wish wish) {
    var refused =
        refusal(Objection.MANY, Count.of("copies", person.toString(), BY_PERSON))
            .or(() ->
                refusal(Objection.MANY_THERE, Count.of("copies-to", wish.to().key(), TO_MAILBOX)));
    if (refused.isPresent()) {
      return refused;
    }
    var copy =
        new Copy(
            Ids.next(),
            person,
            wish.to(),
            wish.language(),
            wish.withAddress(),
            wish.items(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    store.insert(copy);
    outbox.queue(CopyLetter.KIND, copy.id(), copy.to());
    accounts.verifiedAddresses(person).stream()
        .findFirst()
        .ifPresent(main -> outbox.queue(CopyNoticeLetter.KIND, copy.id(), main));
    audit.record("person:" + person, null, "transcripts.send-copy", "copy:" + copy.id(), "");
    return Optional.empty();
  }

  private Optional<Refusal> refusal(Objection why, Count count) {
    return guard.take(List.of(count)) instanceof Guard.Refused(var pause)
        ? Optional.of(new Refusal(why, pause))
        : Optional.empty();
  }

  /** Those of the last thirty days, the latest first. */
  public List<Copy> of(PersonId person) {
    return store.of(person);
  }

  /** How the letters of these copies fared. */
  public Map<UUID, Delivery.State> states(List<Copy> copies) {
    return outbox.deliveries(copies.stream().map(Copy::id).toList()).stream()
        .filter(delivery -> delivery.kind().equals(CopyLetter.KIND))
        .collect(Collectors.toMap(Delivery::ref, Delivery::state, (first, second) -> first));
  }

  /** One of them, for the letter. */
  Optional<Copy> find(UUID id) {
    return store.find(id);
  }
}
