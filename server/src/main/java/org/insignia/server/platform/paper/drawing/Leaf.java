package org.insignia.server.platform.paper.drawing;

import java.util.List;

/**
 * One page with everything in its place; sizes in points.
 *
 * @param marks in the order in which they are read; later ones cover earlier ones
 */
public record Leaf(double width, double height, List<Mark> marks) {
  public Leaf {
    marks = List.copyOf(marks);
  }
}
