package org.insignia.server.api.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the organisation knows them.
 *
 * @param id of the dossier
 * @param badges ids of all that were issued, void ones included
 */
record PersonJson(
    UUID id,
    String name,
    List<Candidate> records,
    List<Exam> exams,
    List<Award> awards,
    List<UUID> badges) {

  /**
   * A record as a provider has it.
   *
   * @param number the provider's
   * @param issuerNumber the organisation's own; empty where the provider tells none
   */
  record Candidate(
      UUID id,
      String provider,
      String number,
      String issuerNumber,
      String givenName,
      String familyName,
      @Nullable String email) {}

  /** An exam that was taken. */
  record Exam(
      UUID result,
      String exam,
      String provider,
      Instant takenAt,
      String outcome,
      String standing,
      boolean counts,
      @Nullable BigDecimal score,
      @Nullable BigDecimal passingScore,
      List<String> reasons) {}

  /** What was earned, by results or by hand. */
  record Award(
      UUID achievement,
      String name,
      String state,
      Instant earnedAt,
      @Nullable Instant expiresAt,
      boolean byHand) {}

  /**
   * Something that happened.
   *
   * @param about what it happened to: a badge, a result or an achievement; null for a merge
   */
  record Event(Instant at, String type, @Nullable UUID about, String detail) {}

  /** A person as they are found. */
  record Found(
      UUID id, UUID person, String name, @Nullable String email, String provider, String number) {}
}
