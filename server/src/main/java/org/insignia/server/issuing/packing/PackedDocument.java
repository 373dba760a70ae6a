package org.insignia.server.issuing.packing;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.insignia.openbadges.json.Bytes;

/**
 * A signed document as it is stored: what its frame leaves open, each value in the shortest form
 * that gives it back to the byte.
 */
public record PackedDocument(DocumentFrame frame, Bytes body) {

  /**
   * @throws IllegalArgumentException for a document of another frame
   */
  public static PackedDocument pack(DocumentFrame frame, Bytes document) {
    byte[] text = document.view();
    List<byte[]> pieces = frame.pieces();
    var out = new ByteArrayOutputStream(256);
    int at = expect(text, 0, pieces.getFirst());
    for (byte[] piece : pieces.subList(1, pieces.size())) {
      int end = endOfString(text, at);
      ValueForm.write(Arrays.copyOfRange(text, at, end), out);
      at = expect(text, end, piece);
    }
    if (at != text.length) {
      throw new IllegalArgumentException("document goes on after its frame, at byte " + at);
    }
    return new PackedDocument(frame, Bytes.wrap(out.toByteArray()));
  }

  /** The first 64 bits of the SHA-256 of its frame's id and its body: knows damage, not deceit. */
  public long digest() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(
          ByteBuffer.allocate(16)
              .putLong(frame.id().getMostSignificantBits())
              .putLong(frame.id().getLeastSignificantBits())
              .flip());
      return ByteBuffer.wrap(sha256.digest(body.view())).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  /**
   * The document, byte for byte.
   *
   * @throws IllegalStateException where the stored bytes are damaged
   */
  public Bytes unpack() {
    ByteBuffer in = ByteBuffer.wrap(body.view());
    List<byte[]> pieces = frame.pieces();
    var out = new ByteArrayOutputStream(4096);
    out.writeBytes(pieces.getFirst());
    try {
      for (byte[] piece : pieces.subList(1, pieces.size())) {
        out.writeBytes(ValueForm.read(in));
        out.writeBytes(piece);
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IllegalStateException("stored document is damaged", e);
    }
    if (in.hasRemaining()) {
      throw new IllegalStateException(
          "stored document is damaged: " + in.remaining() + " bytes over");
    }
    return Bytes.wrap(out.toByteArray());
  }

  private static int expect(byte[] text, int at, byte[] piece) {
    int end = at + piece.length;
    if (end > text.length || !Arrays.equals(text, at, end, piece, 0, piece.length)) {
      throw new IllegalArgumentException("document leaves its frame at byte " + at);
    }
    return end;
  }

  /** Every hole lies at the end of a string. */
  private static int endOfString(byte[] text, int from) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == '\\') {
        i++;
      } else if (text[i] == '"') {
        return i;
      }
    }
    throw new IllegalArgumentException("a string does not end");
  }
}
