package org.insignia.server.issuing.packing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;

/**
 * What all documents of one kind share: their JSON text with a mark in each place where a string,
 * or its end, is a document's own.
 *
 * @param id the first half of the text's SHA-256
 */
public record DocumentFrame(UUID id, Bytes text) {
  /** The mark, to be put into strings: no text of ours holds it, and JSON writes it escaped. */
  public static final String HOLE = "\u0000";

  private static final String WRITTEN_HOLE = "\\u0000";

  /** The frame of this text. */
  public static DocumentFrame of(Bytes text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.view());
      ByteBuffer hash = ByteBuffer.wrap(digest);
      return new DocumentFrame(new UUID(hash.getLong(), hash.getLong()), text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  /** The text before, between and after the holes. */
  List<byte[]> pieces() {
    return Arrays.stream(text.utf8().split(java.util.regex.Pattern.quote(WRITTEN_HOLE), -1))
        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
