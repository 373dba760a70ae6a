package org.insignia.server.api.webhooks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Writes what subscribers get: which badge, of what, and what happened. Nobody's name or address
 * stands in it, nor whether the badge is shown to others: a program asks for that with a token, and
 * as much as its organisation may know.
 */
@Component
final class Bodies {
  private final Settings settings;

  Bodies(Settings settings) {
    this.settings = settings;
  }

  String of(
      DeliveryStore.Note note,
      Credential credential,
      Achievement achievement,
      Organisation organisation) {
    Map<String, Object> badge = new LinkedHashMap<>();
    badge.put("id", credential.id().value().toString());
    badge.put("address", settings.url(credential.path()).toString());
    badge.put("achievement", achievement.slug());
    badge.put("achievementName", achievement.name());
    badge.put("earnedAt", credential.earnedAt().toString());
    if (credential.validUntil() != null) {
      badge.put("validUntil", credential.validUntil().toString());
    }
    if (credential.replacedBy() != null) {
      badge.put("replacedBy", credential.replacedBy().value().toString());
    }
    return event(note.id(), note.type().word(), note.at(), organisation, Map.of("badge", badge));
  }

  /** For the test button. */
  String ofTest(UUID event, Instant at, Organisation organisation) {
    return event(event, EventType.TEST, at, organisation, Map.of("message", "It works."));
  }

  private static String event(
      UUID id, String type, Instant at, Organisation organisation, Map<String, Object> what) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id.toString());
    event.put("type", type);
    event.put("timestamp", at.toString());
    event.put("organisation", organisation.slug());
    event.put("data", what);
    return Json.write((JsonObject) JsonValue.from(event));
  }
}
