package org.insignia.server.results.feed;

/**
 * Decides a file's encoding from all of its bytes. A single row cannot: one broken character in a
 * UTF-8 file must be reported, not read as two strange letters of Windows-1252.
 */
public final class EncodingCensus {
  private long seen;
  private int head;
  private boolean mark;
  private long wide;
  private long broken;
  private int missing;
  private int low = 0x80;
  private int high = 0xBF;

  /** Takes the next bytes into account. */
  public void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      if (seen < 3) {
        head = head << 8 | b;
        mark = seen == 2 && head == 0xEFBBBF;
      }
      seen++;
      if (b >= 0x80 || missing > 0) {
        count(b);
      }
    }
  }

  /** Well-formed UTF-8 after the Unicode Standard, table 3-7. */
  private void count(int b) {
    if (missing > 0) {
      if (b >= low && b <= high) {
        low = 0x80;
        high = 0xBF;
        if (--missing == 0) {
          wide++;
        }
        return;
      }
      broken++;
      missing = 0;
    }
    low = 0x80;
    high = 0xBF;
    if (b < 0x80) {
      return;
    }
    if (b < 0xC2 || b > 0xF4) {
      broken++;
    } else {
      missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
      low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
      high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }
  }

  /** The encoding that fits best; pure ASCII and a byte-order mark say UTF-8. */
  public Encoding encoding() {
    return mark || wide >= broken ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
  }

  /** Bytes of a UTF-8 byte-order mark at the beginning: 3 or 0. */
  public int markLength() {
    return mark ? 3 : 0;
  }
}
