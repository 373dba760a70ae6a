package org.insignia.server.catalog.svg;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** Path data (SVG 2 #PathData). */
final class Paths {
  private static final int MOST_SEGMENTS = 100_000;

  private final Numbers in;
  private final Path2D.Double path = new Path2D.Double();
  private double x;
  private double y;
  private double startX;
  private double startY;

  /** The control point that a smooth curve mirrors. */
  private double controlX;

  private double controlY;
  private char before = 'M';

  private Paths(String data) {
    this.in = new Numbers(data);
  }

  static Path2D.Double of(String data) {
    var paths = new Paths(data);
    paths.read();
    return paths.path;
  }

  private void read() {
    char command = ' ';
    int segments = 0;
    while (in.hasNext()) {
      if (!in.hasNumber()) {
        command = in.letter();
      } else if (command == 'M') {
        command = 'L';
      } else if (command == 'm') {
        command = 'l';
      } else if (command == 'z' || command == 'Z' || command == ' ') {
        throw new Unusable(SvgPicture.Why.UNREADABLE, "path");
      }
      if (segments == 0 && Character.toUpperCase(command) != 'M') {
        throw new Unusable(SvgPicture.Why.UNREADABLE, "path " + command);
      }
      if (++segments > MOST_SEGMENTS) {
        throw new Unusable(SvgPicture.Why.TOO_LARGE, "path");
      }
      segment(Character.toUpperCase(command), Character.isLowerCase(command));
      before = Character.toUpperCase(command);
    }
  }

  private void segment(char command, boolean relative) {
    double dx = relative ? x : 0;
    double dy = relative ? y : 0;
    switch (command) {
      case 'M' -> {
        to(dx + in.next(), dy + in.next());
        startX = x;
        startY = y;
        path.moveTo(x, y);
      }
      case 'L' -> line(dx + in.next(), dy + in.next());
      case 'H' -> line(dx + in.next(), y);
      case 'V' -> line(x, dy + in.next());
      case 'C' -> cubic(dx + in.next(), dy + in.next(), dx, dy);
      case 'S' -> {
        boolean smooth = before == 'C' || before == 'S';
        cubic(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, dx, dy);
      }
      case 'Q' -> quadratic(dx + in.next(), dy + in.next(), dx, dy);
      case 'T' -> {
        boolean smooth = before == 'Q' || before == 'T';
        quadratic(smooth ? 2 * x - controlX : x, smooth ? 2 * y - controlY : y, dx, dy);
      }
      case 'A' -> arc(dx, dy);
      case 'Z' -> {
        path.closePath();
        to(startX, startY);
      }
      default -> throw new Unusable(SvgPicture.Why.UNREADABLE, "path " + command);
    }
  }

  private void to(double newX, double newY) {
    x = newX;
    y = newY;
  }

  private void line(double toX, double toY) {
    path.lineTo(toX, toY);
    to(toX, toY);
  }

  private void cubic(double x1, double y1, double dx, double dy) {
    controlX = dx + in.next();
    controlY = dy + in.next();
    to(dx + in.next(), dy + in.next());
    path.curveTo(x1, y1, controlX, controlY, x, y);
  }

  private void quadratic(double x1, double y1, double dx, double dy) {
    controlX = x1;
    controlY = y1;
    to(dx + in.next(), dy + in.next());
    path.quadTo(x1, y1, x, y);
  }

  /** SVG 2 #ArcConversionEndpointToCenter. */
  private void arc(double dx, double dy) {
    double rx = Math.abs(in.next());
    double ry = Math.abs(in.next());
    double turn = Math.toRadians(in.next());
    boolean large = in.flag();
    boolean sweep = in.flag();
    double toX = dx + in.next();
    double toY = dy + in.next();
    if (rx == 0 || ry == 0 || (toX == x && toY == y)) {
      line(toX, toY);
      return;
    }
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double halfX = (x - toX) / 2;
    double halfY = (y - toY) / 2;
    double x1 = cos * halfX + sin * halfY;
    double y1 = -sin * halfX + cos * halfY;
    double grow = Math.sqrt(x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry));
    if (grow > 1) {
      rx *= grow;
      ry *= grow;
    }
    double below = rx * rx * y1 * y1 + ry * ry * x1 * x1;
    double root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below));
    double sign = large == sweep ? -root : root;
    double cx1 = sign * rx * y1 / ry;
    double cy1 = -sign * ry * x1 / rx;
    double centreX = cos * cx1 - sin * cy1 + (x + toX) / 2;
    double centreY = sin * cx1 + cos * cy1 + (y + toY) / 2;
    double from = Math.toDegrees(Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx));
    double until = Math.toDegrees(Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx));
    double extent = (until - from) % 360;
    if (sweep && extent < 0) {
      extent += 360;
    } else if (!sweep && extent > 0) {
      extent -= 360;
    }
    // Arc2D counts angles upwards, SVG downwards.
    var arc = new Arc2D.Double(-rx, -ry, 2 * rx, 2 * ry, -from, -extent, Arc2D.OPEN);
    var placed = AffineTransform.getTranslateInstance(centreX, centreY);
    placed.rotate(turn);
    path.append(placed.createTransformedShape(arc), true);
    to(toX, toY);
  }
}
