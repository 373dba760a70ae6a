package org.insignia.openbadges.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-8 without replacement characters: what cannot be said exactly is refused. */
final class Utf8 {
  private Utf8() {}

  /**
   * @throws MalformedCredential where the text holds a lone surrogate
   */
  static byte[] encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !pairAt(text, i++)) {
        throw new MalformedCredential("", "lone surrogate at character " + (i - 1));
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean pairAt(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** Null where the bytes are not well-formed UTF-8 (overlong forms and surrogates included). */
  static @Nullable CharBuffer decode(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
