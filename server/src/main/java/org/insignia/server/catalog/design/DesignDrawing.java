package org.insignia.server.catalog.design;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.paper.drawing.Figure;

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
  public static Bytes png(BadgeLook look, int size) {
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException("side outside 16 to 2400: " + size);
    }
    return switch (look) {
      case Design design -> PngCanvas.draw(Artwork.of(design), size);
      case BadgeLook.Picture picture -> PictureDrawing.png(picture, size);
    };
  }

  /** The same picture as an SVG document, with its texts as accessible title and description. */
  public static String svg(BadgeLook look) {
    return switch (look) {
      case Design design -> SvgCanvas.draw(Artwork.of(design), design.title(), description(design));
      case BadgeLook.Picture picture -> PictureDrawing.svg(picture);
    };
  }

  /** The same picture for a sheet of paper. */
  public static Figure figure(Design design) {
    return new Figure(
        Layer.CANVAS,
        Layer.CANVAS,
        Artwork.of(design).stream()
            .map(layer -> new Figure.Layer(layer.shape(), layer.ink()))
            .toList());
  }

  private static String description(Design design) {
    List<String> texts =
        Stream.of(design.legend(), design.title(), design.level(), design.ribbon())
            .filter(text -> !text.isEmpty())
            .toList();
    return texts.stream().collect(Collectors.joining(". ")) + ".";
  }
}
