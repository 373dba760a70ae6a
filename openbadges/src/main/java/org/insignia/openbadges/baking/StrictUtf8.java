package org.insignia.openbadges.baking;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.insignia.openbadges.json.MalformedCredential;

/** UTF-8 that must be right: a replaced byte would change what was signed. */
final class StrictUtf8 {
  private StrictUtf8() {}

  static String decode(byte[] bytes, int from, int to, String what) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedCredential("", what + " is not UTF-8");
    }
  }
}
