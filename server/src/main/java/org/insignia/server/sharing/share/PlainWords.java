package org.insignia.server.sharing.share;

import java.util.stream.Collectors;

/** Names and titles as they may stand in an address, a message or another site's form. */
public final class PlainWords {
  private PlainWords() {}

  /**
   * The text in one line: without control and direction-changing characters and halves of pairs.
   */
  public static String line(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> !isHarmful(c))
        .forEach(out::appendCodePoint);
    return out.toString().replaceAll(" {2,}", " ").strip();
  }

  /** As {@link #line}, but lines stay lines. */
  public static String lines(String text) {
    return text.lines().map(PlainWords::line).collect(Collectors.joining("\n")).strip();
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069
        || c >= 0xd800 && c <= 0xdfff
        || c == 0xfffe
        || c == 0xffff;
  }

  /** At most so many characters, the last of them an ellipsis where something was cut off. */
  public static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
  }
}
