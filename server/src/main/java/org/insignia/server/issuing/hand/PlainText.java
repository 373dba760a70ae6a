package org.insignia.server.issuing.hand;

import java.text.Normalizer;

/** Texts as people write them into tables: composed, without blanks around them. */
final class PlainText {
  private PlainText() {}

  /** Composed, without blanks around it, also those that look like none. */
  static String block(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    var plain = text.substring(from, to);
    return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
        ? plain
        : Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** The same on one line: line ends and tabs become a blank. */
  static String line(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0
        ? text
        : text.replaceAll("[\\r\\n\\t ]+", " ");
  }

  /** Whether it has characters that belong in no text. */
  static boolean hasControls(String text) {
    return text.chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  private static boolean isBlank(char c) {
    return c != 0 && (c == '\t' || c == '\n' || c == '\r' || c == ' ')
        || Character.isWhitespace(c) && c > ' '
        || c == '\u00a0'
        || c == '\u202f'
        || c == '\u200b'
        || c == '\ufeff';
  }
}
