package org.insignia.openbadges.baking;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.insignia.openbadges.json.MalformedCredential;

/** Decompression of a zlib stream that stops at {@link Baking#MAX_TEXT_BYTES}. */
final class Inflation {
  private Inflation() {}

  static byte[] inflate(byte[] bytes, int from, int to, String what) {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes, from, to - from);
      byte[] out = new byte[Math.min(Baking.MAX_TEXT_BYTES, 4 * (to - from) + 64)];
      int size = 0;
      while (!inflater.finished()) {
        if (size == out.length) {
          out = Arrays.copyOf(out, Math.min(Baking.MAX_TEXT_BYTES + 1, size * 2));
        }
        int n = inflater.inflate(out, size, out.length - size);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new MalformedCredential(
              "", what + ": compressed stream is cut or needs a dictionary");
        }
        size += n;
        if (size > Baking.MAX_TEXT_BYTES) {
          throw new MalformedCredential(
              "", what + " inflates to more than " + Baking.MAX_TEXT_BYTES + " bytes");
        }
      }
      return Arrays.copyOf(out, size);
    } catch (DataFormatException e) {
      throw new MalformedCredential("", what + ": not a zlib stream");
    } finally {
      inflater.end();
    }
  }
}
