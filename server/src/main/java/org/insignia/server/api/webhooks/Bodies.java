package org.insignia.server.api.webhooks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.events.Subject;
import org.insignia.server.organisations.Organisation;
import org.springframework.stereotype.Component;

/**
 * Writes what subscribers get: which badge, of what, and what happened; or which result or
 * achievement. Nobody's name or address stands in it, nor whether the badge is shown to others: a
 * program asks for that with a token, and as much as its organisation may know.
 */
@Component
final class Bodies {
  /** The type of the delivery that the test button makes. */
  static final String TEST = "test";

  String of(DeliveryStore.Note note, Subject subject, Organisation organisation) {
    return event(note.id(), note.type().word(), note.at(), organisation, words(subject));
  }

  private static Map<String, Object> words(Subject subject) {
    return switch (subject) {
      case Subject.Badge badge -> Map.of("badge", badge(badge));
      case Subject.Result result -> Map.of("result", result(result));
      case Subject.Achievement of ->
          Map.of(
              "achievement",
              Map.of(
                  "id",
                  of.id().toString(),
                  "slug",
                  of.slug(),
                  "name",
                  of.name(),
                  "state",
                  of.state()));
      case Subject.Gone gone -> Map.of("gone", Map.of("id", gone.id().toString()));
    };
  }

  private static Map<String, Object> badge(Subject.Badge of) {
    Map<String, Object> badge = new LinkedHashMap<>();
    badge.put("id", of.id().toString());
    badge.put("address", of.address().toString());
    badge.put("achievement", of.achievement());
    badge.put("achievementName", of.achievementName());
    badge.put("earnedAt", of.earnedAt().toString());
    var validUntil = of.validUntil();
    if (validUntil != null) {
      badge.put("validUntil", validUntil.toString());
    }
    var replacedBy = of.replacedBy();
    if (replacedBy != null) {
      badge.put("replacedBy", replacedBy.toString());
    }
    return badge;
  }

  private static Map<String, Object> result(Subject.Result of) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", of.id().toString());
    result.put("provider", of.provider());
    result.put("number", of.number());
    result.put("exam", of.exam());
    result.put("takenAt", of.takenAt().toString());
    result.put("reasons", of.reasons());
    return result;
  }

  /** In the few words that programs made for Credly read: what it is about they ask for. */
  String few(UUID id, String type, Instant at, Organisation organisation) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id.toString());
    event.put("organization_id", organisation.id().value().toString());
    event.put("event_type", type);
    event.put("occurred_at", at.truncatedTo(ChronoUnit.MILLIS).toString());
    return Json.write((JsonObject) JsonValue.from(event));
  }

  /** For the test button. */
  String ofTest(UUID event, Instant at, Organisation organisation) {
    return event(event, TEST, at, organisation, Map.of("message", "It works."));
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
