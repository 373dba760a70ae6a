package org.insignia.server.catalog.design;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;

/** Draws a badge from its design. Needs no font, screen or graphics library of the machine. */
public final class DesignDrawing {
  /** The smallest and the largest side of a PNG, in pixels. */
  public static final int SMALLEST = 16;

  public static final int LARGEST = 2400;

  private DesignDrawing() {}

  /**
   * A square PNG with a transparent ground.
   *
   * @param size side in pixels, {@value #SMALLEST} to {@value #LARGEST}
   */
  public static Bytes png(Design design, int size) {
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException("side outside 16 to 2400: " + size);
    }
    return PngCanvas.draw(Artwork.of(design), size);
  }

  /** The same picture as an SVG document, with its texts as accessible title and description. */
  public static String svg(Design design) {
    return SvgCanvas.draw(Artwork.of(design), design.title(), description(design));
  }

  private static String description(Design design) {
    List<String> texts =
        Stream.of(design.legend(), design.title(), design.level(), design.ribbon())
            .filter(text -> !text.isEmpty())
            .toList();
    return texts.stream().collect(Collectors.joining(". ")) + ".";
  }
}
