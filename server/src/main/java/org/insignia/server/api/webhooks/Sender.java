package org.insignia.server.api.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.outbound.Fetched;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Posting;
import org.insignia.outbound.Reach;
import org.insignia.server.platform.secrets.Vault;
import org.insignia.server.platform.settings.Settings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends one delivery, signed. The address is looked at anew each time, so a name that leads to the
 * inside by now is not followed; the server never sends to itself.
 */
@Component
final class Sender implements DisposableBean {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), 2048, 0);

  private final GuardedHttp http;
  private final URI own;
  private final Vault vault;
  private final Clock clock;

  Sender(Settings settings, Vault vault, Clock clock) {
    var loopback = Reach.ofServer(settings.baseUrl()).loopback();
    this.http = new GuardedHttp(loopback ? Reach.PUBLIC_AND_LOOPBACK : Reach.PUBLIC, LIMITS);
    this.own = settings.baseUrl();
    this.vault = vault;
    this.clock = clock;
  }

  /** Why nothing is sent to this address; empty where it may be. */
  String objection(URI url) {
    return isOwn(url) ? "the address is this server's own" : http.objection(url);
  }

  private boolean isOwn(URI url) {
    return url.getHost() != null
        && url.getHost().equalsIgnoreCase(own.getHost())
        && port(url) == port(own);
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
  }

  Attempt send(Webhook webhook, Delivery delivery) {
    var at = clock.instant();
    if (isOwn(webhook.url())) {
      return new Attempt(at, null, "the address is this server's own", 0);
    }
    long begun = System.nanoTime();
    var fetched =
        http.post(
            new Posting(
                webhook.url(),
                "application/json",
                headers(webhook, delivery, at.getEpochSecond()),
                Bytes.utf8(delivery.body())));
    int millis = (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    return switch (fetched) {
      case Fetched.Answered answered ->
          new Attempt(
              at,
              answered.status(),
              new String(answered.body().toArray(), StandardCharsets.UTF_8),
              millis);
      case Fetched.Refused(var reason) -> new Attempt(at, null, reason, millis);
      case Fetched.Failed(var reason) -> new Attempt(at, null, reason, millis);
    };
  }

  /** Both secrets sign while the old one still counts, so that nothing is missed at a change. */
  private Map<String, String> headers(Webhook webhook, Delivery delivery, long timestamp) {
    var id = delivery.event().toString();
    var signature = secret(webhook, webhook.sealedSecret()).sign(id, timestamp, delivery.body());
    var old = webhook.sealedOld();
    var until = webhook.oldUntil();
    if (old != null && until != null && until.isAfter(clock.instant())) {
      signature += " " + secret(webhook, old).sign(id, timestamp, delivery.body());
    }
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(timestamp),
        "webhook-signature",
        signature);
  }

  private WebhookSecret secret(Webhook webhook, String sealed) {
    return WebhookSecret.of(vault.open(sealed, webhook.owner()));
  }

  @Override
  public void destroy() {
    http.close();
  }
}
