package org.insignia.server.api.webhooks;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.events.EventType;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The subscriptions of an organisation, made and changed by its administrators. */
@Service
class Webhooks {
  static final int LOGGED = 100;

  /** How long the secret before the present one still signs. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private final WebhookStore store;
  private final Allowances limits;
  private final DeliveryStore deliveries;
  private final Bodies bodies;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Webhooks(
      WebhookStore store,
      Allowances limits,
      DeliveryStore deliveries,
      Bodies bodies,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.limits = limits;
    this.deliveries = deliveries;
    this.bodies = bodies;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /** A subscription with its secret, which is shown this once. */
  record Made(Webhook webhook, String secret) {
    @Override
    public String toString() {
      return "Made(" + webhook.id() + ", …)";
    }
  }

  List<Webhook> of(Organisation organisation) {
    return store.of(organisation.id());
  }

  /**
   * @throws Problem.NotFound if it is not this organisation's
   */
  Webhook required(Organisation organisation, UUID id) {
    return store
        .find(id)
        .filter(w -> w.organisation().equals(organisation.id()))
        .orElseThrow(() -> new Problem.NotFound("no such subscription here"));
  }

  /**
   * The latest deliveries.
   *
   * @param state empty for all
   */
  List<Delivery> log(Webhook webhook, String state) {
    return deliveries.log(webhook.id(), state, LOGGED);
  }

  /**
   * @param url judged before, and again at each delivery
   * @throws Problem.Conflict where there are too many
   */
  @Transactional
  Made make(String actor, Organisation organisation, URI url, Set<EventType> events) {
    return make(actor, organisation, url, events, Webhook.Shape.STANDARD);
  }

  /** As {@link #make(String, Organisation, URI, Set)}, told in these words. */
  @Transactional
  Made make(
      String actor,
      Organisation organisation,
      URI url,
      Set<EventType> events,
      Webhook.Shape shape) {
    int most = limits.of(organisation.id(), Limit.WEBHOOKS);
    if (store.of(organisation.id()).size() >= most) {
      throw new Problem.Conflict("an organisation has at most " + most + " subscriptions");
    }
    var id = Ids.next();
    var secret = WebhookSecret.fresh(random).text();
    var webhook =
        new Webhook(
            id,
            organisation.id(),
            url,
            events,
            shape,
            Webhook.State.ACTIVE,
            vault.seal(secret, Webhook.owner(id)),
            null,
            null,
            clock.instant(),
            null,
            0);
    store.insert(webhook);
    record(actor, webhook, "api.webhook-make", "to " + url.getHost());
    return new Made(webhook, secret);
  }

  /** Makes another secret; the one of now signs beside it for a day. */
  @Transactional
  Made renewSecret(String actor, Organisation organisation, UUID id) {
    var webhook = required(organisation, id);
    var secret = WebhookSecret.fresh(random).text();
    store.renewSecret(
        id,
        vault.seal(secret, webhook.owner()),
        webhook.sealedSecret(),
        clock.instant().plus(OVERLAP));
    record(actor, webhook, "api.webhook-secret", "renewed");
    return new Made(webhook, secret);
  }

  /** Sends something that says so; for subscriptions that are on. */
  @Transactional
  void test(Organisation organisation, UUID id) {
    var webhook = on(organisation, id);
    var event = Ids.next();
    var now = clock.instant();
    var body =
        webhook.shape() == Webhook.Shape.CREDLY
            ? bodies.few(event, Bodies.TEST, now, organisation)
            : bodies.ofTest(event, now, organisation);
    deliveries.insert(List.of(Delivery.fresh(webhook, event, Bodies.TEST, body, now)));
    store.wake(id, now);
  }

  /** Sends one again under the same id. */
  @Transactional
  void again(String actor, Organisation organisation, UUID id, UUID delivery) {
    var webhook = on(organisation, id);
    var now = clock.instant();
    if (!deliveries.again(id, delivery, now, now.plus(Patience.OF_AN_EVENT))) {
      throw new Problem.NotFound("no such delivery here, or it waits already");
    }
    store.wake(id, now);
    record(actor, webhook, "api.webhook-replay", "delivery:" + delivery);
  }

  /** Sends everything again that was given up. */
  @Transactional
  void againDead(String actor, Organisation organisation, UUID id) {
    var webhook = on(organisation, id);
    var now = clock.instant();
    int many = deliveries.againDead(id, now, now.plus(Patience.OF_AN_EVENT));
    store.wake(id, now);
    record(actor, webhook, "api.webhook-replay", many + " that were given up");
  }

  private Webhook on(Organisation organisation, UUID id) {
    var webhook = required(organisation, id);
    if (webhook.state() != Webhook.State.ACTIVE) {
      throw new Problem.Conflict("switch this subscription on first");
    }
    return webhook;
  }

  @Transactional
  void switchOn(String actor, Organisation organisation, UUID id) {
    var webhook = required(organisation, id);
    store.set(id, Webhook.State.ACTIVE, clock.instant());
    record(actor, webhook, "api.webhook-on", "");
  }

  /** What happens from now on is not told; what waits is sent when it is switched on in time. */
  @Transactional
  void pause(String actor, Organisation organisation, UUID id) {
    var webhook = required(organisation, id);
    store.set(id, Webhook.State.PAUSED, clock.instant());
    record(actor, webhook, "api.webhook-pause", "");
  }

  @Transactional
  void delete(String actor, Organisation organisation, UUID id) {
    var webhook = required(organisation, id);
    store.delete(id);
    record(actor, webhook, "api.webhook-delete", "to " + webhook.url().getHost());
  }

  private void record(String actor, Webhook webhook, String action, String detail) {
    audit.record(actor, webhook.organisation().value(), action, "webhook:" + webhook.id(), detail);
  }
}
