package org.insignia.server.transcripts.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.model.Achievement;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.model.AchievementSubject;
import org.insignia.openbadges.model.AchievementType;
import org.insignia.openbadges.model.Association;
import org.insignia.openbadges.model.Criteria;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.EarnedCertification.Status;
import org.insignia.server.transcripts.record.HeldBadge;
import org.insignia.server.transcripts.record.PassedExam;
import org.insignia.server.transcripts.record.Transcript;

/**
 * The credentials that one organisation's record of a person consists of, by uid, without repeats.
 */
final class Statements {
  private static final JsonPointer ACHIEVEMENT =
      JsonPointer.parse("/credentialSubject/achievement/id");

  private final Speaker by;
  private final Transcript transcript;
  private final Map<String, JsonObject> statements = new LinkedHashMap<>();

  Statements(Speaker by, Transcript transcript) {
    this.by = by;
    this.transcript = transcript;
    transcript.certifications().stream().filter(by::speaksOf).forEach(this::add);
    transcript.badges().stream().filter(by::speaksOf).forEach(this::add);
    transcript.exams().stream().filter(by::speaksOf).forEach(this::add);
  }

  List<JsonObject> all() {
    return List.copyOf(statements.values());
  }

  /** Who the person is: by name, and by number. */
  List<IdentityObject> earner() {
    return List.of(
        IdentityObject.plain(transcript.identity().name(), IdentifierType.NAME),
        IdentityObject.plain(
            Long.toString(transcript.identity().certificationId().number()),
            IdentifierType.IDENTIFIER));
  }

  /** Which exams are part of which certifications, where both are among these. */
  List<Association> associations(List<JsonObject> inside) {
    List<Association> associations = new ArrayList<>();
    statements.forEach((certification, whole) ->
        by.catalog().requirement(certification).stream()
            .flatMap(Requirement::exams)
            .map(by.catalog()::uid)
            .distinct()
            .forEach(exam -> {
              JsonObject part = statements.get(exam);
              if (part != null && inside.contains(part) && inside.contains(whole)) {
                associations.add(
                    new Association(
                        new Association.Kind("isPartOf"), achievement(part), achievement(whole)));
              }
            }));
    return associations;
  }

  private static String achievement(JsonObject statement) {
    if (ACHIEVEMENT.in(statement) instanceof JsonString id) {
      return id.value();
    }
    throw new IllegalStateException("a credential without an achievement");
  }

  private void add(EarnedCertification certification) {
    if (certification.status() == Status.REVOKED || certification.status() == Status.SUSPENDED) {
      return;
    }
    String uid = by.catalog().uid(certification.uid());
    var badge = certification.accepted() ? certification.credential() : null;
    var document = badge == null ? null : by.document(badge);
    statements.put(uid, document == null ? said(certification) : document);
  }

  private void add(HeldBadge badge) {
    boolean stands =
        badge.status() == HeldBadge.Status.VALID || badge.status() == HeldBadge.Status.EXPIRED;
    var document = stands ? by.document(badge.credential()) : null;
    if (document != null) {
      statements.putIfAbsent(by.catalog().uid(badge.uid()), document);
    }
  }

  private void add(PassedExam exam) {
    String uid = by.catalog().uid(exam.uid());
    if (!statements.containsKey(uid)) {
      statements.put(uid, said(exam));
    }
  }

  private JsonObject said(EarnedCertification certification) {
    var achievement =
        achievement(
            "certification-" + certification.uid(),
            certification.title(),
            by.text("record.clr.certification", certification.title()));
    var subject =
        AchievementSubject.of(achievement.achievementType(AchievementType.CERTIFICATION).build())
            .identifier(earner());
    String number = certification.number();
    if (number != null) {
      subject.licenseNumber(number);
    }
    Instant until = certification.validUntil();
    var credential =
        credential(
            certification.key(), certification.title(), certification.earnedAt(), subject.build());
    return by.sign((until == null ? credential : credential.validUntil(until)).build());
  }

  private JsonObject said(PassedExam exam) {
    String name = exam.title().isEmpty() ? exam.code() : exam.code() + ": " + exam.title();
    var achievement =
        achievement("exam-" + exam.uid(), name, by.text("record.clr.exam", name))
            .achievementType(AchievementType.ASSESSMENT)
            .humanCode(exam.code());
    var subject = AchievementSubject.of(achievement.build()).identifier(earner()).build();
    return by.sign(credential(exam.key(), name, exam.earnedAt(), subject).build());
  }

  private Achievement.Builder achievement(String anchor, String name, String criteria) {
    String id =
        by.page() + "#" + URLEncoder.encode(anchor, StandardCharsets.UTF_8).replace("+", "%20");
    return Achievement.of(id, name, name, Criteria.ofNarrative(criteria));
  }

  /** The same thing has the same id whenever it is said. */
  private AchievementCredential.Builder credential(
      String key, String name, Instant earnedAt, AchievementSubject subject) {
    Instant at = earnedAt.truncatedTo(ChronoUnit.SECONDS);
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return AchievementCredential.of("urn:uuid:" + id, name, by.issuer(), at, subject)
        .awardedDate(at);
  }
}
