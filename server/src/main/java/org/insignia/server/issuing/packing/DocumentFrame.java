package org.insignia.server.issuing.packing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Bytes;

/**
 * What all documents of one kind share: their JSON text with a mark in each place where a string,
 * or its end, is a document's own.
 */
public final class DocumentFrame {
  /** The mark, to be put into strings: no text of ours holds it, and JSON writes it escaped. */
  public static final String HOLE = "\u0000";

  private static final Pattern WRITTEN_HOLE = Pattern.compile("\\u0000", Pattern.LITERAL);

  private final UUID id;
  private final Bytes text;
  private final List<byte[]> pieces;

  private DocumentFrame(UUID id, Bytes text) {
    this.id = id;
    this.text = text;
    this.pieces =
        Arrays.stream(WRITTEN_HOLE.split(text.utf8(), -1))
            .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
            .toList();
  }

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

  /** The first half of the text's SHA-256. */
  public UUID id() {
    return id;
  }

  public Bytes text() {
    return text;
  }

  /** The text before, between and after the holes. */
  List<byte[]> pieces() {
    return pieces;
  }
}
