package org.insignia.openbadges.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the end of what may stand in a JSON string as it is and is ASCII; eight bytes at a time.
 */
final class PlainText {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private PlainText() {}

  /** The first position from here on of a quotation mark, backslash, control or non-ASCII byte. */
  static int end(byte[] text, int from) {
    int at = from;
    while (at + 8 <= text.length && isPlain((long) WORD.get(text, at))) {
      at += 8;
    }
    while (at < text.length && text[at] >= ' ' && text[at] != '"' && text[at] != '\\') {
      at++;
    }
    return at;
  }

  private static boolean isPlain(long word) {
    long special =
        word // not ASCII
            | (word - ONES * ' ')
            | zeros(word ^ ONES * '"')
            | zeros(word ^ ONES * '\\');
    return (special & HIGH_BITS) == 0;
  }

  /** Has a high bit where a byte is zero, and perhaps in bytes above such a one. */
  private static long zeros(long word) {
    return (word - ONES) & ~word;
  }
}
