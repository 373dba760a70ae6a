package org.insignia.server.api.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One event for one subscriber.
 *
 * @param event the same in every attempt, so that a subscriber knows what it has
 * @param untilAt when it is given up
 * @param status of the last answer; null where there was none
 * @param answer the beginning of it, or why there was none
 */
record Delivery(
    UUID id,
    UUID webhook,
    UUID event,
    String type,
    String body,
    State state,
    Instant madeAt,
    Instant untilAt,
    Instant dueAt,
    int attempts,
    @Nullable Instant triedAt,
    @Nullable Integer status,
    String answer,
    @Nullable Integer millis) {

  /** One that was never tried. */
  static Delivery fresh(Webhook webhook, UUID event, String type, String body, Instant at) {
    return new Delivery(
        Ids.next(),
        webhook.id(),
        event,
        type,
        body,
        State.WAITING,
        at,
        at.plus(Patience.OF_AN_EVENT),
        at,
        0,
        null,
        null,
        "",
        null);
  }

  enum State {
    WAITING,
    DELIVERED,
    /** Given up; it can be sent again by hand. */
    DEAD
  }
}
