package org.insignia.server.api.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what happened to those who want to be told, at least once. Each subscription is a queue of
 * its own: one node at a time sends to it, one message after the other, in a thread of its own, and
 * those that were slow or failed have a line of their own, so that nobody waits behind them. A
 * crash leaves a lease that ends and a message that is sent again under the same id.
 */
@Component
class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration TURN = Duration.ofSeconds(30);

  /** When it is looked again whether a suspended organisation is open, beside being told. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private static final int QUICK_AT_ONCE = 24;
  private static final int SLOW_AT_ONCE = 8;

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final Sender sender;
  private final Suspensions suspensions;
  private final StaffMailboxes staff;
  private final Outbox outbox;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Semaphore quick = new Semaphore(QUICK_AT_ONCE);
  private final Semaphore slow = new Semaphore(SLOW_AT_ONCE);

  Deliveries(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      Sender sender,
      Suspensions suspensions,
      StaffMailboxes staff,
      Outbox outbox,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.sender = sender;
    this.suspensions = suspensions;
    this.staff = staff;
    this.outbox = outbox;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Gives one subscription a thread of its own; false if none is due or all places are taken. */
  boolean once(boolean slowOnes) {
    var places = slowOnes ? slow : quick;
    if (!places.tryAcquire()) {
      return false;
    }
    var now = clock.instant();
    var leased = transaction.execute(status -> webhooks.lease(slowOnes, now, now.plus(LEASE)));
    if (leased == null || leased.isEmpty()) {
      places.release();
      return false;
    }
    var webhook = leased.get();
    Thread.ofVirtual()
        .name("webhook-" + webhook.id())
        .start(() -> {
          try {
            turn(webhook);
          } catch (RuntimeException e) {
            LOG.warn("sending to webhook {} broke off and is done again", webhook.id(), e);
          } finally {
            places.release();
          }
        });
    return true;
  }

  /**
   * Sends what is due until one does not come through or the turn is over. Each message goes by
   * what is set at that moment: a secret that was renewed meanwhile signs the next one.
   */
  void turn(Webhook leased) {
    var end = clock.instant().plus(TURN);
    boolean on = true;
    while (on && clock.instant().isBefore(end)) {
      if (suspensions.of(leased.organisation()).isPresent()) {
        webhooks.putOff(leased.id(), clock.instant().plus(LOOK_AGAIN));
        break;
      }
      var due = deliveries.due(leased.id(), clock.instant());
      var webhook = webhooks.find(leased.id());
      on = due.isPresent() && webhook.isPresent() && sent(webhook.get(), due.get());
    }
    webhooks.release(leased.id(), clock.instant());
  }

  /** What waited while it was suspended goes out, as far as it was not given up meanwhile. */
  @EventListener
  void on(Suspensions.Reopened reopened) {
    webhooks.wakeAll(reopened.organisation(), clock.instant());
  }

  private boolean sent(Webhook webhook, Delivery delivery) {
    var attempt = sender.send(webhook, delivery);
    transaction.executeWithoutResult(status -> note(webhook, delivery, attempt));
    return attempt.cameThrough();
  }

  private void note(Webhook webhook, Delivery delivery, Attempt attempt) {
    var now = clock.instant();
    if (attempt.cameThrough()) {
      deliveries.tried(delivery.id(), attempt, Delivery.State.DELIVERED, now);
      webhooks.cameThrough(webhook.id(), attempt.isSlow(), now);
      return;
    }
    var next = Patience.next(now, delivery.attempts() + 1);
    boolean over = !next.isBefore(delivery.untilAt());
    deliveries.tried(
        delivery.id(), attempt, over ? Delivery.State.DEAD : Delivery.State.WAITING, next);
    var failures = webhooks.find(webhook.id()).map(Webhook::failures).orElse(0) + 1;
    webhooks.failed(webhook.id(), now, Patience.pause(now, failures));
    var since = webhooks.find(webhook.id()).map(Webhook::failingSince).orElse(null);
    if (attempt.isGone() || since != null && since.plus(Patience.OF_A_SUBSCRIPTION).isBefore(now)) {
      giveUp(webhook, attempt);
    }
  }

  private void giveUp(Webhook webhook, Attempt attempt) {
    UUID notice = Ids.next();
    if (webhooks.giveUp(webhook.id(), notice)) {
      deliveries.bury(webhook.id());
      audit.record(
          "worker:webhooks",
          webhook.organisation().value(),
          "api.webhook-off",
          "webhook:" + webhook.id(),
          attempt.isGone() ? "it answered 410" : "nothing came through for days");
      staff
          .leaderOrOffice(webhook.organisation())
          .ifPresent(to -> outbox.queue(WebhookOffLetter.KIND, notice, to.address()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    private static final int AT_ONCE = 1000;
    private static final Duration LOG_KEPT = Duration.ofDays(30);

    @Bean
    Worker webhookFanOutWorker(FanOut fanOut) {
      return new Worker("webhook-fan-out", fanOut::once);
    }

    @Bean
    Worker webhookWorker(Deliveries deliveries) {
      return new Worker("webhooks", () -> deliveries.once(false));
    }

    @Bean
    Worker slowWebhookWorker(Deliveries deliveries) {
      return new Worker("slow-webhooks", () -> deliveries.once(true));
    }

    /** The log is kept for a month. */
    @Bean
    Sweep webhookLog(DeliveryStore store) {
      return new Sweep() {
        @Override
        public String name() {
          return "webhook-log";
        }

        @Override
        public boolean piece(Instant now) {
          int removed = store.removeOld(now.minus(LOG_KEPT), AT_ONCE);
          int buried = store.buryOld(now, AT_ONCE);
          return removed == AT_ONCE || buried == AT_ONCE;
        }
      };
    }
  }
}
