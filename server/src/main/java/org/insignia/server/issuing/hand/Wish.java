package org.insignia.server.issuing.hand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A badge that staff want somebody to have, read and sound.
 *
 * @param validUntil null: for ever
 * @param request the same request gives nothing a second time; see {@link #request(String)}
 * @param line where it stands in a list; 0 outside of one
 */
public record Wish(
    AchievementId achievement,
    Recipient person,
    Instant earnedAt,
    @Nullable Instant validUntil,
    Details details,
    UUID request,
    long line) {

  /** A request by what tells it from others, for example a row's own number. */
  public static UUID request(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a mailbox may have but once, unless its achievement allows more. */
  public UUID pair() {
    return request("pair:" + achievement.value() + ":" + person.mailbox().key());
  }
}
