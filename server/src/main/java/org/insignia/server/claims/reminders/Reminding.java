package org.insignia.server.claims.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.reminders.ReminderStore.Due;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queues the reminders that are due; taking the row, noting the number and queueing the letter are
 * one transaction, so each goes out once on however many nodes.
 */
@Component
class Reminding implements Worker.Step {
  private static final int BATCH = 200;

  /** After a time without service nobody gets two reminders in a row. */
  private static final Duration APART = Duration.ofDays(3);

  private static final Duration UNTIL_LIFTED = Duration.ofDays(1);

  private final ReminderStore store;
  private final Reminders reminders;
  private final ReminderStops stops;
  private final Claims claims;
  private final Credentials credentials;
  private final Suspensions suspensions;
  private final Bounces bounces;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reminding(
      ReminderStore store,
      Reminders reminders,
      ReminderStops stops,
      Claims claims,
      Credentials credentials,
      Suspensions suspensions,
      Bounces bounces,
      Outbox outbox,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.reminders = reminders;
    this.stops = stops;
    this.claims = claims;
    this.credentials = credentials;
    this.suspensions = suspensions;
    this.bounces = bounces;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public boolean once() {
    return once(clock.instant());
  }

  /** Does what is due at this moment; true if there was any. */
  boolean once(Instant now) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var due = store.takeDue(now, BATCH);
          due.forEach(row -> remind(row, now));
          return !due.isEmpty();
        }));
  }

  private void remind(Due due, Instant now) {
    var days = reminders.days(due.organisation());
    var claim = claims.of(due.credential()).filter(this::isWanted);
    var credential = credentials.find(due.credential());
    if (claim.isEmpty() || credential.isEmpty() || due.sent() >= days.size()) {
      store.done(due.credential());
      return;
    }
    switch (credential.get().state()) {
      case REVOKED, REPLACED -> store.done(due.credential());
      case SUSPENDED -> store.next(due.credential(), due.sent(), now.plus(UNTIL_LIFTED));
      case ISSUED -> {
        if (suspensions.of(due.organisation()).isPresent()) {
          store.next(due.credential(), due.sent(), now.plus(UNTIL_LIFTED));
          return;
        }
        queue(due, claim.get(), now);
        goOn(due, days, now);
      }
    }
  }

  private boolean isWanted(Claim claim) {
    return claim.state() == Claim.State.PENDING
        && !stops.isStopped(claim.recipient())
        && bounces.of(claim.recipient()).isEmpty();
  }

  private void queue(Due due, Claim claim, Instant now) {
    var id = Ids.next();
    if (store.insert(id, due.credential(), due.sent() + 1, now)) {
      outbox.queue(ReminderLetter.KIND, id, claim.recipient(), due.organisation().value());
    }
  }

  private void goOn(Due due, List<Integer> days, Instant now) {
    int sent = due.sent() + 1;
    if (sent >= days.size()) {
      store.done(due.credential());
      return;
    }
    var planned = due.offeredAt().plus(Duration.ofDays(days.get(sent)));
    var soonest = now.plus(APART);
    store.next(due.credential(), sent, planned.isAfter(soonest) ? planned : soonest);
  }

  /** What a reminder that was queued is about, if it is still to be said. */
  Optional<Claim> stillWanted(java.util.UUID reminder) {
    return store
        .reminded(reminder)
        .flatMap(claims::of)
        .filter(this::isWanted)
        .filter(claim ->
            credentials
                .find(claim.credential())
                .filter(c -> c.state() == Credential.State.ISSUED)
                .isPresent());
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    Worker remindingWorker(Reminding reminding) {
      return new Worker("reminding", reminding);
    }
  }
}
