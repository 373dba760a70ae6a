package org.insignia.server.platform.mail;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.platform.mail.Bounce.Source;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mailboxes that do not take mail, as far as mail servers said so. */
@Component
public class Bounces {
  private final BounceStore store;
  private final OutboxStore outbox;
  private final Clock clock;

  Bounces(BounceStore store, OutboxStore outbox, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What is known against this mailbox. */
  public Optional<Bounce> of(EmailAddress address) {
    return store.find(List.of(address.key())).stream().findFirst();
  }

  /** As {@link #of} for many; mailboxes against which nothing is known are left out. */
  public Map<EmailAddress, Bounce> of(Collection<EmailAddress> addresses) {
    return store.find(addresses.stream().map(EmailAddress::key).toList()).stream()
        .collect(Collectors.toMap(Bounce::address, Function.identity()));
  }

  /** Gives a mailbox another chance: it was mended, or somebody asks us to try again. */
  public void forget(EmailAddress address) {
    store.delete(address.key());
  }

  /** Notes what the mail server said to this mailbox, in the caller's transaction. */
  void refused(EmailAddress address, String code, String reason) {
    store.put(new Bounce(address, code, reason, Source.REPLY, clock.instant()));
  }

  /**
   * Takes a report that came back to the sender's address.
   *
   * @return whether it is about a letter of ours, to that very mailbox, and says that it failed for
   *     good; others are taken without effect, so that nobody can silence a mailbox by a made-up
   *     report
   */
  @Transactional
  public boolean report(DeliveryReport report) {
    var failed =
        report.failures().stream()
            .filter(f -> outbox.wasSentTo(report.letter(), f.address()))
            .toList();
    failed.forEach(f ->
        store.put(new Bounce(f.address(), f.status(), f.reason(), Source.REPORT, clock.instant())));
    return !failed.isEmpty();
  }
}
