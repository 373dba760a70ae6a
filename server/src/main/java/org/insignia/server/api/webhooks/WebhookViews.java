package org.insignia.server.api.webhooks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.insignia.server.api.events.EventType;
import org.insignia.server.organisations.Organisation;

/** Subscriptions and deliveries as pages show them. */
final class WebhookViews {
  private WebhookViews() {}

  /**
   * @param secret made just now; empty otherwise
   * @param done what was done just now; empty for nothing
   * @param shown the state that the log is narrowed to; empty for all
   */
  record Said(String secret, String done, String shown) {}

  static WebhooksPage.Row row(Organisation organisation, Webhook webhook) {
    return new WebhooksPage.Row(
        WebhookPages.stem(organisation) + "/" + webhook.id(),
        webhook.url().toString(),
        state(webhook),
        tone(webhook),
        events(webhook));
  }

  static WebhookPage one(
      Organisation organisation, Webhook webhook, List<Delivery> log, Said said) {
    boolean on = webhook.state() == Webhook.State.ACTIVE;
    return new WebhookPage(
        organisation.slug(),
        organisation.name(),
        WebhookPages.stem(organisation) + "/" + webhook.id(),
        webhook.url().toString(),
        state(webhook),
        tone(webhook),
        events(webhook),
        said.secret(),
        on,
        webhook.failingSince(),
        said.shown(),
        log.stream().map(d -> line(d, on)).toList(),
        on && log.stream().anyMatch(d -> d.state() == Delivery.State.DEAD),
        said.done());
  }

  private static List<String> events(Webhook webhook) {
    return Stream.of(EventType.values())
        .filter(webhook.events()::contains)
        .map(EventType::word)
        .toList();
  }

  private static String state(Webhook webhook) {
    return switch (webhook.state()) {
      case ACTIVE -> webhook.failingSince() == null ? "works" : "failing";
      case PAUSED -> "paused";
      case FAILED -> "failed";
    };
  }

  private static String tone(Webhook webhook) {
    return switch (webhook.state()) {
      case ACTIVE -> webhook.failingSince() == null ? "good" : "warn";
      case PAUSED -> "none";
      case FAILED -> "bad";
    };
  }

  private static WebhookPage.Line line(Delivery delivery, boolean on) {
    boolean waits = delivery.state() == Delivery.State.WAITING;
    return new WebhookPage.Line(
        delivery.id(),
        delivery.event(),
        delivery.type(),
        delivery.madeAt(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        switch (delivery.state()) {
          case WAITING -> delivery.attempts() == 0 ? "info" : "warn";
          case DELIVERED -> "good";
          case DEAD -> "bad";
        },
        delivery.attempts(),
        delivery.status() == null ? "" : delivery.status().toString(),
        delivery.answer(),
        waits && on ? delivery.dueAt() : null,
        delivery.body(),
        on && !waits);
  }
}
