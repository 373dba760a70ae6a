package org.insignia.server.catalog.design;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/** The plate of a badge, as a family of outlines: each so many units inside the outermost. */
final class Plate {
  private static final double ROUND_RADIUS = 480;
  private static final double SCALLOP_DEPTH = 13;
  private static final int SCALLOPS = 44;

  private final Outline outline;

  Plate(Outline outline) {
    this.outline = outline;
  }

  /** Whether a band with text around it suits this plate. */
  boolean isRound() {
    return outline == Outline.ROUND || outline == Outline.SCALLOPED;
  }

  Path2D inset(double by) {
    return switch (outline) {
      case ROUND -> circle(ROUND_RADIUS - by);
      case SCALLOPED -> scalloped(by);
      case HEXAGON -> polygon(6, -Math.PI / 2, 494, 70, by);
      case OCTAGON -> polygon(8, -Math.PI / 8, 500, 46, by);
      case CUSHION -> superellipse(462 - by);
      case SHIELD -> shield(by);
    };
  }

  static Path2D circle(double radius) {
    return new Path2D.Double(
        new Ellipse2D.Double(Layer.CENTRE - radius, Layer.CENTRE - radius, 2 * radius, 2 * radius));
  }

  /** The width of a shape at a height, as far as it is centred on the canvas. */
  static double widthAt(Path2D shape, double y) {
    double left = Layer.CENTRE;
    double right = Layer.CENTRE;
    List<double[]> corners = corners(shape);
    for (int i = 1; i < corners.size(); i++) {
      double[] a = corners.get(i - 1);
      double[] b = corners.get(i);
      if ((a[1] - y) * (b[1] - y) <= 0 && a[1] != b[1]) {
        double x = a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]);
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
    }
    return 2 * Math.min(Layer.CENTRE - left, right - Layer.CENTRE);
  }

  /** The corners of a closed outline as a polygon, the first one again at the end. */
  static List<double[]> corners(Shape outline) {
    var corners = new ArrayList<double[]>();
    double[] c = new double[6];
    for (var i = new FlatteningPathIterator(outline.getPathIterator(null), 0.05, 12);
        !i.isDone();
        i.next()) {
      double[] corner =
          i.currentSegment(c) == PathIterator.SEG_CLOSE
              ? corners.getFirst()
              : new double[] {c[0], c[1]};
      if (corners.isEmpty() || distance(corners.getLast(), corner) > 1e-6) {
        corners.add(corner);
      }
    }
    return corners;
  }

  static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  private static Path2D scalloped(double by) {
    double depth = Math.max(0, SCALLOP_DEPTH - by * 0.7);
    double radius = ROUND_RADIUS - by;
    if (depth == 0) {
      return circle(radius);
    }
    var path = new Path2D.Double();
    int points = SCALLOPS * 2;
    for (int i = 0; i <= points; i++) {
      double to = 2 * Math.PI * i / points;
      double middle = to - Math.PI / points;
      double end = radius + (i % 2 == 0 ? depth / 2 : -depth / 2);
      if (i == 0) {
        path.moveTo(x(end, to), y(end, to));
        continue;
      }
      // An ogee: leaves a crest and arrives at a trough along the circle.
      double start = radius + (i % 2 == 0 ? -depth / 2 : depth / 2);
      double reach = Math.PI / points * 0.9;
      path.curveTo(
          x(start, middle - Math.PI / points + reach),
          y(start, middle - Math.PI / points + reach),
          x(end, to - reach),
          y(end, to - reach),
          x(end, to),
          y(end, to));
    }
    path.closePath();
    return path;
  }

  private static double x(double radius, double angle) {
    return Layer.CENTRE + radius * Math.cos(angle);
  }

  private static double y(double radius, double angle) {
    return Layer.CENTRE + radius * Math.sin(angle);
  }

  private static Path2D polygon(
      int corners, double firstAngle, double circumradius, double rounding, double by) {
    double step = 2 * Math.PI / corners;
    double radius = circumradius - by / Math.cos(step / 2);
    double cut = Math.max(16, rounding - by * 0.45);
    double side = 2 * radius * Math.sin(step / 2);
    var path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double at = firstAngle + i * step;
      double cornerX = x(radius, at);
      double cornerY = y(radius, at);
      double fromX = cornerX + (x(radius, at - step) - cornerX) * cut / side;
      double fromY = cornerY + (y(radius, at - step) - cornerY) * cut / side;
      double toX = cornerX + (x(radius, at + step) - cornerX) * cut / side;
      double toY = cornerY + (y(radius, at + step) - cornerY) * cut / side;
      if (i == 0) {
        path.moveTo(fromX, fromY);
      } else {
        path.lineTo(fromX, fromY);
      }
      path.curveTo(
          fromX + (cornerX - fromX) * 0.62,
          fromY + (cornerY - fromY) * 0.62,
          toX + (cornerX - toX) * 0.62,
          toY + (cornerY - toY) * 0.62,
          toX,
          toY);
    }
    path.closePath();
    return path;
  }

  /** |x|^4 + |y|^4 = r^4, as a polygon too fine to see its sides. */
  private static Path2D superellipse(double half) {
    var path = new Path2D.Double();
    int points = 240;
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double reach = half / Math.pow(Math.pow(c, 4) + Math.pow(s, 4), 0.25);
      if (i == 0) {
        path.moveTo(x(reach, angle), y(reach, angle));
      } else {
        path.lineTo(x(reach, angle), y(reach, angle));
      }
    }
    path.closePath();
    return path;
  }

  private static Path2D shield(double by) {
    double half = 424 - by;
    double top = 34 + by;
    double waist = 500 - by * 0.1;
    double tip = 980 - by * 1.18;
    double c = Layer.CENTRE;
    double corner = Math.max(20, 60 - by * 0.5);
    var path = new Path2D.Double();
    path.moveTo(c, top);
    path.curveTo(c + half * 0.45, top + 22, c + half * 0.7, top + 30, c + half - corner, top + 26);
    path.quadTo(c + half, top + 26, c + half, top + 26 + corner);
    path.lineTo(c + half, waist);
    path.curveTo(c + half, waist + 215, c + half * 0.52, tip - 90, c, tip);
    path.curveTo(c - half * 0.52, tip - 90, c - half, waist + 215, c - half, waist);
    path.lineTo(c - half, top + 26 + corner);
    path.quadTo(c - half, top + 26, c - half + corner, top + 26);
    path.curveTo(c - half * 0.7, top + 30, c - half * 0.45, top + 22, c, top);
    path.closePath();
    return path;
  }
}
