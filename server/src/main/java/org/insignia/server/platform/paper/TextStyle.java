package org.insignia.server.platform.paper;

import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.paper.drawing.Ink;

/**
 * How the words of a text box look.
 *
 * @param size the largest, in points
 * @param smallest to which words that do not fit are made smaller before they take more lines
 * @param leading from line to line, in sizes
 */
public record TextStyle(
    Face face, double size, double smallest, double leading, Ink ink, Align align) {
  /** Where lines stand. */
  public enum Align {
    /** At the left: every language of the house begins there, whatever names it contains. */
    START,
    CENTRE,
    /** At the right. */
    END
  }

  public static TextStyle of(Face face, double size, Ink ink) {
    return new TextStyle(face, size, size * 0.6, 1.35, ink, Align.START);
  }

  public TextStyle centred() {
    return new TextStyle(face, size, smallest, leading, ink, Align.CENTRE);
  }

  public TextStyle atEnd() {
    return new TextStyle(face, size, smallest, leading, ink, Align.END);
  }

  public TextStyle smallest(double points) {
    return new TextStyle(face, size, points, leading, ink, align);
  }

  public TextStyle leading(double sizes) {
    return new TextStyle(face, size, smallest, sizes, ink, align);
  }
}
