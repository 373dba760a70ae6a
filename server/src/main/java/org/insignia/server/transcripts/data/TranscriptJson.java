package org.insignia.server.transcripts.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.EarnedCertification.Status;
import org.insignia.server.transcripts.record.HeldBadge;
import org.insignia.server.transcripts.record.PassedExam;
import org.insignia.server.transcripts.record.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * The transcript as JSON in the shape that tools read which were made for the vendor's dashboard.
 */
public final class TranscriptJson {
  private TranscriptJson() {}

  /**
   * JSON with the members {@code docsId}, {@code userName}, {@code certificationData} ({@code
   * activeCertifications}, {@code historicalCertifications}, {@code passedExams}), {@code
   * appliedSkillsData} (badges of single exams) and {@code modulesCompleted}, which is empty. Times
   * are ISO 8601 in UTC, null where there is none; words of {@code status} are English. What failed
   * and what is under way is never in it.
   */
  public static String of(Transcript transcript) {
    Map<String, Object> certifications = new LinkedHashMap<>();
    certifications.put(
        "activeCertifications",
        transcript.active().stream().map(TranscriptJson::certification).toList());
    certifications.put(
        "historicalCertifications",
        transcript.historical().stream().map(TranscriptJson::certification).toList());
    certifications.put(
        "passedExams", transcript.exams().stream().map(TranscriptJson::exam).toList());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("docsId", transcript.identity().certificationId().document().toString());
    json.put("userName", transcript.identity().name());
    json.put("certificationData", certifications);
    json.put("appliedSkillsData", Map.of("appliedSkillsCredentials", badges(transcript)));
    json.put("modulesCompleted", List.of());
    return Json.write(JsonValue.from(json));
  }

  private static Map<String, Object> certification(EarnedCertification certification) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", certification.title());
    json.put("certificationNumber", orNull(certification.number()));
    json.put("status", status(certification.status()));
    json.put("dateEarned", certification.earnedAt().toString());
    json.put("expiration", time(certification.validUntil()));
    return json;
  }

  private static String status(Status status) {
    return switch (status) {
      case ACTIVE -> "Active";
      case RETIRED -> "Retired";
      case EXPIRED -> "Expired";
      case SUSPENDED -> "Suspended";
      case REVOKED -> "Revoked";
    };
  }

  private static Map<String, Object> exam(PassedExam exam) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("examTitle", exam.title().isEmpty() ? exam.code() : exam.title());
    json.put("examNumber", exam.code());
    json.put("examDateTaken", exam.earnedAt().toString());
    return json;
  }

  private static List<Map<String, Object>> badges(Transcript transcript) {
    List<Map<String, Object>> badges = new ArrayList<>();
    for (HeldBadge badge : transcript.badges()) {
      if (!badge.certification() && badge.status() != HeldBadge.Status.REVOKED) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("credentialId", badge.credential().value().toString());
        json.put("title", badge.title());
        json.put("awardedOn", badge.earnedAt().toString());
        badges.add(json);
      }
    }
    return badges;
  }

  private static Object time(@Nullable Instant at) {
    return orNull(at == null ? null : at.toString());
  }

  private static Object orNull(@Nullable String text) {
    return text == null ? new JsonValue.JsonNull() : text;
  }
}
