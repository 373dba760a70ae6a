package org.insignia.server.platform.paper;

import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.paper.drawing.Ink;

/**
 * How running text looks.
 *
 * @param size of the text, in points; everything else is in proportion
 * @param headings the face of headings
 * @param text its colour
 * @param accent that of headings and rules
 * @param soft that of what matters less; readable on white all the same
 */
public record Typography(double size, Face headings, Ink text, Ink accent, Ink soft) {
  public static final Typography PLAIN =
      new Typography(10, Face.BOLD, Ink.of("#1b2025"), Ink.of("#1b2025"), Ink.of("#56606a"));

  /** With an organisation's colour in headings and rules. */
  public Typography accent(Ink colour) {
    return new Typography(size, headings, text, colour, soft);
  }
}
