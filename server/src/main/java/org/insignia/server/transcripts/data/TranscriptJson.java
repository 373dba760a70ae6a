package org.insignia.server.transcripts.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  /** Readers in the field know neither Z nor parts of a second. */
  private static final DateTimeFormatter WHOLE_SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss+00:00", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TranscriptJson() {}

  /**
   * JSON with the members {@code docsId}, {@code userName}, {@code certificationData} ({@code
   * activeCertifications}, {@code historicalCertifications}, {@code passedExams}), {@code
   * appliedSkillsData} (badges of single exams), totals, and lists of what there is not here
   * ({@code modulesCompleted} and others), which are empty. Times are ISO 8601 in UTC, null where
   * there is none; words of {@code status} are English. What failed and what is under way is never
   * in it.
   */
  public static String of(Transcript transcript) {
    Map<String, Object> certifications = new LinkedHashMap<>();
    certifications.put("legalName", transcript.identity().name());
    certifications.put("totalActiveCertifications", transcript.active().size());
    certifications.put("totalHistoricalCertifications", transcript.historical().size());
    certifications.put("totalExamsPassed", transcript.exams().size());
    certifications.put("totalQualificationsEarned", 0);
    certifications.put(
        "activeCertifications",
        transcript.active().stream().map(TranscriptJson::certification).toList());
    certifications.put(
        "historicalCertifications",
        transcript.historical().stream().map(TranscriptJson::certification).toList());
    certifications.put(
        "passedExams", transcript.exams().stream().map(TranscriptJson::exam).toList());
    certifications.put("qualifications", List.of());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("docsId", transcript.identity().certificationId().document().toString());
    json.put("userName", transcript.identity().name());
    json.put("totalModulesCompleted", 0);
    json.put("totalLearningPathsCompleted", 0);
    json.put("totalTrainingMinutes", 0);
    json.put("certificationData", certifications);
    json.put("appliedSkillsData", appliedSkills(badges(transcript)));
    json.put("modulesCompleted", List.of());
    json.put("learningPathsCompleted", List.of());
    return Json.write(JsonValue.from(json));
  }

  private static Map<String, Object> appliedSkills(List<Map<String, Object>> badges) {
    Map<String, Object> skills = new LinkedHashMap<>();
    skills.put("totalAppliedSkillsEarned", badges.size());
    skills.put("appliedSkillsCredentials", badges);
    return skills;
  }

  private static Map<String, Object> certification(EarnedCertification certification) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", certification.title());
    json.put("certificationNumber", orNull(certification.number()));
    json.put("status", status(certification.status()));
    json.put("dateEarned", time(certification.earnedAt()));
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
    json.put("examDateTaken", time(exam.earnedAt()));
    return json;
  }

  private static List<Map<String, Object>> badges(Transcript transcript) {
    List<Map<String, Object>> badges = new ArrayList<>();
    for (HeldBadge badge : transcript.badges()) {
      if (!badge.certification() && badge.status() != HeldBadge.Status.REVOKED) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("credentialId", badge.credential().value().toString());
        json.put("title", badge.title());
        json.put("awardedOn", time(badge.earnedAt()));
        badges.add(json);
      }
    }
    return badges;
  }

  private static Object time(@Nullable Instant at) {
    return orNull(at == null ? null : WHOLE_SECONDS.format(at));
  }

  private static Object orNull(@Nullable String text) {
    return text == null ? new JsonValue.JsonNull() : text;
  }
}
