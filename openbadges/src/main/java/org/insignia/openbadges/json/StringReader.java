package org.insignia.openbadges.json;

import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/** Reads one JSON string that holds escapes or more than ASCII. */
final class StringReader {
  private final byte[] text;
  private int at;
  private String problem = "";

  /**
   * @param start position after the opening quotation mark
   */
  StringReader(byte[] text, int start) {
    this.text = text;
    this.at = start;
  }

  /** The string's value, or null where {@link #problem()} says what is wrong. */
  @Nullable String read() {
    var out = new StringBuilder();
    while (at < text.length) {
      byte b = text[at];
      if (b == '"') {
        at++;
        return hasLoneSurrogate(out) ? fail("lone surrogate in a string") : out.toString();
      }
      boolean ok = b == '\\' ? escape(out) : run(out);
      if (!ok) {
        return null;
      }
    }
    return fail("a string without end");
  }

  /** Position after the string, or of the failure. */
  int end() {
    return at;
  }

  String problem() {
    return problem;
  }

  private @Nullable String fail(String why) {
    problem = why;
    return null;
  }

  /** Copies everything up to the next escape, quotation mark or end. */
  private boolean run(StringBuilder out) {
    int start = at;
    while (at < text.length && text[at] != '"' && text[at] != '\\') {
      if (text[at] >= 0 && text[at] < ' ') {
        problem = "a control character in a string";
        return false;
      }
      at++;
    }
    CharBuffer run = Utf8.decode(text, start, at);
    if (run == null) {
      problem = "not UTF-8";
      return false;
    }
    out.append(run);
    return true;
  }

  private boolean escape(StringBuilder out) {
    int c = at + 1 < text.length ? text[at + 1] : -1;
    char plain =
        switch (c) {
          case '"', '\\', '/' -> (char) c;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> 0;
        };
    if (plain != 0) {
      out.append(plain);
      at += 2;
      return true;
    }
    int unit = c == 'u' ? hex4(at + 2) : -1;
    if (unit < 0) {
      problem = "an invalid escape in a string";
      return false;
    }
    out.append((char) unit);
    at += 6;
    return true;
  }

  private int hex4(int from) {
    if (from + 4 > text.length) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      // Only ASCII digits: Character.digit alone would also take digits of other scripts.
      int digit = text[i] < 0 ? -1 : Character.digit(text[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static boolean hasLoneSurrogate(StringBuilder s) {
    for (int i = 0; i < s.length(); i++) {
      if (Character.isSurrogate(s.charAt(i))) {
        if (!Character.isHighSurrogate(s.charAt(i))
            || i + 1 == s.length()
            || !Character.isLowSurrogate(s.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
