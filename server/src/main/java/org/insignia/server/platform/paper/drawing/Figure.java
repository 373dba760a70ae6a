package org.insignia.server.platform.paper.drawing;

import java.awt.Shape;
import java.util.List;

/**
 * A picture made of filled shapes, from the back to the front, in coordinates of its own with y
 * downwards; it is as sharp as the printer.
 */
public record Figure(double width, double height, List<Layer> layers) {
  public Figure {
    layers = List.copyOf(layers);
  }

  /** A shape, filled by the rule that its path names. */
  public record Layer(Shape shape, Ink ink) {}
}
