package org.insignia.server.sharing.social;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.fonts.Line;
import org.insignia.server.platform.fonts.Paragraph;
import org.insignia.server.sharing.share.PlainWords;

/** Words as outlines, in whatever scripts they are written. */
final class Lettering {
  private static final double LEADING = 1.18;

  /** From the top of a line to its baseline, and from there to the foot of its letters, in em. */
  private static final double CAP = 0.80;

  private static final double FOOT = 0.14;

  private final Paragraph words;

  private Lettering(String text) {
    this.words = Paragraph.of(text, Face.BOLD, Locale.ROOT);
  }

  /** The text in one line, at most so many characters. */
  static Lettering of(String text, int most) {
    return new Lettering(PlainWords.cut(PlainWords.line(text), most));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Words in lines of one size. */
  record Block(List<Line> lines, double size) {
    double height() {
      return ((lines.size() - 1) * LEADING + CAP + FOOT) * size;
    }

    Path2D outline(double left, double top) {
      var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
      for (int i = 0; i < lines.size(); i++) {
        double baseline = top + (CAP + i * LEADING) * size;
        path.append(lines.get(i).outline(left, baseline, size), false);
      }
      return path;
    }
  }

  /** As large as fits; what has no room even at the smallest size ends in an ellipsis. */
  Block fitted(double width, double height, double largest, double smallest) {
    for (double size = largest; size > smallest; size *= 0.965) {
      int lines = words.lineCount(width / size);
      // A word that needs letters so small is better parted.
      boolean whole = words.widestWord() * size <= width || size < largest * 0.55;
      if (whole && ((lines - 1) * LEADING + CAP + FOOT) * size <= height) {
        return new Block(words.lines(width / size), size);
      }
    }
    int most = Math.max(1, (int) (1 + (height / smallest - CAP - FOOT) / LEADING));
    return new Block(words.lines(width / smallest, most), smallest);
  }

  /** One line, smaller where it is long. */
  Path2D line(double left, double baseline, double width, double largest) {
    double size = Math.min(largest, width / Math.max(words.width(), 0.1));
    return words.lines(width / size).getFirst().outline(left, baseline, size);
  }
}
