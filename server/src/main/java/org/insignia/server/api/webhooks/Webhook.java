package org.insignia.server.api.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.events.EventType;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: where an organisation wants to be told what.
 *
 * @param sealedOld the secret before this one, null where it signs no more
 * @param failingSince since when nothing came through; null while it does
 * @param failures how many attempts failed since
 */
record Webhook(
    UUID id,
    OrganisationId organisation,
    URI url,
    Set<EventType> events,
    Shape shape,
    State state,
    String sealedSecret,
    @Nullable String sealedOld,
    @Nullable Instant oldUntil,
    Instant madeAt,
    @Nullable Instant failingSince,
    int failures) {
  Webhook {
    events = Set.copyOf(events);
  }

  /** In which words it is told. Names are stored. */
  enum Shape {
    /** What happened and to what. */
    STANDARD,
    /** What happened, as programs made for Credly read it: they ask for the rest. */
    CREDLY
  }

  enum State {
    ACTIVE,
    /** Staff switched it off. */
    PAUSED,
    /** We switched it off: nothing came through for days, or it said that it is gone. */
    FAILED
  }

  /** What its secrets are sealed for. */
  String owner() {
    return owner(id);
  }

  static String owner(UUID id) {
    return "api.webhook:" + id;
  }
}
