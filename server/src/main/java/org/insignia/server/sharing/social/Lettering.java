package org.insignia.server.sharing.social;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.insignia.server.catalog.design.lettering.TextLine;
import org.insignia.server.sharing.share.PlainWords;

/** What of a text can be drawn with the bundled font. */
final class Lettering {
  /** Accents upon accents make a name unreadable, and reach into the lines around it. */
  private static final int MOST_MARKS = 2;

  private Lettering() {}

  /**
   * The text in one line, at most so many characters, without pictures and signs that the font does
   * not have; empty if a letter is among what it does not have: half a name is not a name.
   */
  static String drawable(String text, int most) {
    var line = Normalizer.normalize(PlainWords.line(text), Normalizer.Form.NFC);
    var kept = new StringBuilder();
    int marks = 0;
    for (int c : line.codePoints().flatMap(Lettering::inKnownParts).toArray()) {
      marks = isMark(c) ? marks + 1 : 0;
      boolean known = TextLine.canWrite(Character.toString(c));
      if (!known && (Character.isLetterOrDigit(c) || marks == 1 && !isSelector(c))) {
        return "";
      }
      if (known && marks <= MOST_MARKS) {
        kept.appendCodePoint(c);
      }
    }
    return western(PlainWords.cut(kept.toString().replaceAll(" {2,}", " ").strip(), most));
  }

  /** The font's quotation marks and ellipsis are as wide as an ideograph; between letters not. */
  private static String western(String text) {
    boolean ideographic =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return ideographic
        ? text
        : text.replaceAll("[\u2018\u2019]", "'")
            .replaceAll("[\u201c\u201d]", "\"")
            .replace("\u2026", "...");
  }

  /** A letter that the font lacks may be there as letter and accent. */
  private static IntStream inKnownParts(int c) {
    var whole = Character.toString(c);
    return TextLine.canWrite(whole)
        ? IntStream.of(c)
        : Normalizer.normalize(whole, Normalizer.Form.NFD).codePoints();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Chooses how the sign before it looks, and is nothing by itself. */
  private static boolean isSelector(int c) {
    return c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef || c == 0x20e3;
  }
}
