package org.insignia.server.sharing.social;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Writes a shape as the data of an SVG path, to the hundredth of a unit. */
final class SvgPath {
  private final StringBuilder out = new StringBuilder();

  private SvgPath() {}

  static String of(Shape shape) {
    var path = new SvgPath();
    double[] c = new double[6];
    for (var segments = shape.getPathIterator(null); !segments.isDone(); segments.next()) {
      switch (segments.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> path.points('M', c, 2);
        case PathIterator.SEG_LINETO -> path.points('L', c, 2);
        case PathIterator.SEG_QUADTO -> path.points('Q', c, 4);
        case PathIterator.SEG_CUBICTO -> path.points('C', c, 6);
        default -> path.out.append('Z');
      }
    }
    return path.out.toString();
  }

  private void points(char command, double[] c, int count) {
    out.append(command);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(' ');
      }
      out.append(String.format(Locale.ROOT, "%.2f", c[i]));
    }
  }
}
