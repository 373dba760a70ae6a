package org.insignia.server.results.feed;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One result as a row states it, before anything is known of exam or candidate.
 *
 * @param number the provider's id of the result
 * @param examCode as written
 * @param taken the end of the sitting; its beginning where the row has no end
 * @param received when the provider sent it; null where the file does not tell
 */
public record ResultRow(
    CandidateRow candidate,
    String number,
    String examCode,
    @Nullable Instant started,
    Instant taken,
    Grade grade,
    boolean noShow,
    boolean ndaRefused,
    Status status,
    @Nullable BigDecimal score,
    @Nullable BigDecimal scoreMin,
    @Nullable BigDecimal scoreMax,
    @Nullable BigDecimal passingScore,
    Sitting sitting,
    @Nullable Instant received) {

  /**
   * What is kept as written, for questions that come later; empty texts where the row says nothing.
   */
  public record Sitting(
      String registration,
      String authorization,
      String examLanguage,
      String form,
      String attempt,
      String site,
      String country,
      String voucher,
      String sectionScores) {}

  /** The same for two rows that say the same of the same result, however often they are sent. */
  public UUID fingerprint() {
    try {
      var text = said().getBytes(StandardCharsets.UTF_8);
      var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Everything that the row says. Fingerprints of it are stored: what is written can never change.
   */
  private String said() {
    var all = new StringBuilder(512);
    for (var part :
        new @Nullable Object[] {
          candidate.provider(),
          candidate.number(),
          candidate.issuerNumber(),
          candidate.givenName(),
          candidate.familyName(),
          candidate.email(),
          candidate.language(),
          candidate.birthMonth(),
          number,
          examCode,
          started,
          taken,
          grade,
          noShow,
          ndaRefused,
          status,
          score,
          scoreMin,
          scoreMax,
          passingScore,
          sitting.registration,
          sitting.authorization,
          sitting.examLanguage,
          sitting.form,
          sitting.attempt,
          sitting.site,
          sitting.country,
          sitting.voucher,
          sitting.sectionScores,
          received
        }) {
      all.append(part == null ? "" : part).append('\u001f');
    }
    return all.toString();
  }
}
