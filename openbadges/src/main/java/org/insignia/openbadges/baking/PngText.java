package org.insignia.openbadges.baking;

import java.nio.charset.StandardCharsets;
import org.insignia.openbadges.json.MalformedCredential;

/** The textual chunks of PNG: iTXt, tEXt, zTXt. */
final class PngText {
  private PngText() {}

  /** The keyword, checked as PNG wants it (1 to 79 Latin-1 characters, no spaces around). */
  static String keyword(byte[] bytes, PngChunk chunk) {
    int end = zero(bytes, chunk.dataStart(), chunk);
    int length = end - chunk.dataStart();
    String keyword = new String(bytes, chunk.dataStart(), length, StandardCharsets.ISO_8859_1);
    if (length < 1 || length > 79 || !keyword.strip().equals(keyword)) {
      throw new MalformedCredential(
          "", "PNG text chunk with a keyword of " + length + " characters");
    }
    return keyword;
  }

  /** Text of an iTXt chunk: keyword NUL flag method language NUL translated NUL text. */
  static String international(byte[] bytes, PngChunk chunk) {
    int at = zero(bytes, chunk.dataStart(), chunk) + 1;
    if (chunk.dataEnd() - at < 4) {
      throw new MalformedCredential("", "iTXt chunk is cut");
    }
    int flag = bytes[at];
    int method = bytes[at + 1];
    if (flag < 0 || flag > 1 || method != 0) {
      throw new MalformedCredential(
          "", "iTXt with compression flag " + flag + " and method " + method);
    }
    int translated = zero(bytes, at + 2, chunk) + 1;
    int text = zero(bytes, translated, chunk) + 1;
    if (flag == 0) {
      checkSize(chunk.dataEnd() - text);
      return StrictUtf8.decode(bytes, text, chunk.dataEnd(), "iTXt");
    }
    byte[] inflated = Inflation.inflate(bytes, text, chunk.dataEnd(), "iTXt");
    return StrictUtf8.decode(inflated, 0, inflated.length, "iTXt");
  }

  /** Text of a tEXt chunk: keyword NUL text, in Latin-1. */
  static String latin(byte[] bytes, PngChunk chunk) {
    int text = zero(bytes, chunk.dataStart(), chunk) + 1;
    checkSize(chunk.dataEnd() - text);
    return new String(bytes, text, chunk.dataEnd() - text, StandardCharsets.ISO_8859_1);
  }

  private static void checkSize(int size) {
    if (size > Baking.MAX_TEXT_BYTES) {
      throw new MalformedCredential("", "text chunk of " + size + " bytes");
    }
  }

  private static int zero(byte[] bytes, int from, PngChunk chunk) {
    for (int i = from; i < chunk.dataEnd(); i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    throw new MalformedCredential("", chunk.type() + " chunk without its separators");
  }
}
