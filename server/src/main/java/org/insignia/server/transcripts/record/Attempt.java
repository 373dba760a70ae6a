package org.insignia.server.transcripts.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A sitting of an exam, whatever came of it. The earner's alone.
 *
 * @param code as the catalogue writes it, else as the provider does
 * @param title in the transcript's language; empty where no source gave one
 * @param provider name of who held it
 * @param score null where the provider gives none
 * @param passingScore null where the provider gives none
 * @param badge what a pass gave
 * @param instead titles of certifications that are given in place of an exam's badge, or that need
 *     the exam
 * @param credential the badge that the pass gave, where it did
 */
public record Attempt(
    OrganisationId organisation,
    String issuer,
    String uid,
    String code,
    String title,
    String provider,
    Instant takenAt,
    Result result,
    @Nullable BigDecimal score,
    @Nullable BigDecimal passingScore,
    Badge badge,
    List<String> instead,
    @Nullable CredentialId credential) {
  public Attempt {
    instead = List.copyOf(instead);
  }

  /** What came of the sitting. Names are keys of texts. */
  public enum Result {
    PASSED,
    FAILED,
    NO_SHOW,
    /** Nothing was taken, since the terms were not accepted. */
    NDA_REFUSED,
    /** There is no grade (yet). */
    NO_RESULT,
    HELD,
    PENDING,
    REVOKED,
    /** It was held, and the organisation decided that it does not count. */
    DROPPED
  }

  /** What badge a sitting gave, or why none. Names are keys of texts. */
  public enum Badge {
    /** There is a badge, and the earner accepted it. */
    ACCEPTED,
    /** There is a badge that waits for the earner. */
    WAITING,
    /** There is or will be a badge that is being made. */
    COMING,
    /** The exam gives a certification at once, whose badge is given in its place. */
    CERTIFICATION_INSTEAD,
    /** No certification needs the exam. */
    NOT_NEEDED,
    /** The organisation gives no exam badges. */
    NO_EXAM_BADGES,
    LEGACY,
    /** It was passed after the exam's last day. */
    AFTER_RETIREMENT,
    /** The organisation's catalogue does not have the exam. */
    UNKNOWN_EXAM,
    /** It was passed before; the first pass gave what there is. */
    PASSED_BEFORE,
    /** Only a pass can give one. */
    NOT_PASSED
  }
}
