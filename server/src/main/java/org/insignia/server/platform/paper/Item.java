package org.insignia.server.platform.paper;

import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Raster;
import org.jspecify.annotations.Nullable;

/** Something that has its place on a page. An empty {@code alt} says that it is ornament. */
public sealed interface Item {

  /**
   * Words that fit into their box whatever they are: as large as the style says, else smaller, else
   * in more lines, else smaller still down to the style's smallest; what has no room even then ends
   * in an ellipsis, and is still told whole to who listens.
   */
  record Text(Box box, Words words, TextStyle style, Role role, Stand stand) implements Item {
    public static Text of(Box box, Words words, TextStyle style) {
      return new Text(box, words, style, Role.PARAGRAPH, Stand.TOP);
    }

    public Text as(Role other) {
      return new Text(box, words, style, other, stand);
    }

    public Text stand(Stand other) {
      return new Text(box, words, style, role, other);
    }
  }

  /** What words are in the document: exactly one text should be its title. */
  enum Role {
    TITLE("H1"),
    HEADING("H2"),
    PARAGRAPH("P");

    final String tag;

    Role(String tag) {
      this.tag = tag;
    }
  }

  /** Where words stand in a box that is higher than they are. */
  enum Stand {
    TOP,
    MIDDLE,
    BOTTOM
  }

  /** A picture of pixels, as large as fits into the box, in its middle: a logo, a signature. */
  record Picture(Box box, Raster raster, String alt) implements Item {}

  /** A drawing, as large as fits into the box, in its middle: a badge. */
  record Drawing(Box box, Figure figure, String alt) implements Item {}

  /** A QR code with its quiet zone, in vectors. */
  record Qr(Box box, String text, String alt) implements Item {}

  /**
   * A rectangle of colour, a frame, or both; always ornament.
   *
   * @param line thickness of the frame, inside the box; 0 for none
   * @param radius of its corners
   */
  record Panel(Box box, @Nullable Ink fill, @Nullable Ink frame, double line, double radius)
      implements Item {
    public static Panel filled(Box box, Ink ink) {
      return new Panel(box, ink, null, 0, 0);
    }

    public static Panel frame(Box box, Ink ink, double line) {
      return new Panel(box, null, ink, line, 0);
    }
  }
}
