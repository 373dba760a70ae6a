package org.insignia.server.catalog.design;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** The icons, each drawn in lines of one weight on a square of 100 units. */
final class Emblem {
  private static final float WEIGHT = 6.5f;

  private final Path2D lines = new Path2D.Double(Path2D.WIND_NON_ZERO);
  private final Path2D solid = new Path2D.Double(Path2D.WIND_NON_ZERO);

  private Emblem() {}

  /** The icon on a square of this side around a point, as one fillable shape. */
  static Shape of(Icon icon, double centreX, double centreY, double side) {
    var emblem = new Emblem();
    emblem.draw(icon);
    var stroke = new BasicStroke(WEIGHT, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    shape.append(stroke.createStrokedShape(emblem.lines), false);
    shape.append(emblem.solid, false);
    var placed = AffineTransform.getTranslateInstance(centreX - side / 2, centreY - side / 2);
    placed.scale(side / 100, side / 100);
    return placed.createTransformedShape(shape);
  }

  private void draw(Icon icon) {
    switch (icon) {
      case NONE -> {}
      case ADMINISTRATION -> sliders();
      case DEVELOPMENT ->
          line(33, 25, 8, 50, 33, 75).line(67, 25, 92, 50, 67, 75).line(57, 18, 43, 82);
      case DATABASE -> database();
      case ANALYTICS -> line(10, 12, 10, 88, 92, 88).bar(24, 58).bar(46, 38).bar(68, 18);
      case SECURITY -> padlock();
      case INTELLIGENCE -> nodes();
      case NETWORK -> globe();
      case CLOUD -> cloud();
      case DOCUMENT -> document();
      case EDUCATION -> book();
      case DEVOPS -> loop();
      case ARCHITECTURE -> compasses();
      case BUSINESS -> briefcase();
      case DESKTOP -> line(50, 70, 50, 88).line(30, 88, 70, 88).box(8, 14, 84, 56, 10);
      case EXAM -> circle(50, 50, 41).line(31, 51, 45, 65, 70, 36);
      case STAR -> solid.append(star(50, 53, 46), false);
    }
  }

  /** A five-pointed star, one point up. */
  static Path2D star(double x, double y, double radius) {
    var path = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double reach = i % 2 == 0 ? radius : radius * 0.42;
      double angle = -Math.PI / 2 + i * Math.PI / 5;
      double px = x + reach * Math.cos(angle);
      double py = y + reach * Math.sin(angle);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }

  private Emblem line(double... xy) {
    lines.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      lines.lineTo(xy[i], xy[i + 1]);
    }
    return this;
  }

  private Emblem circle(double x, double y, double radius) {
    lines.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
    return this;
  }

  private Emblem box(double x, double y, double width, double height, double rounding) {
    lines.append(new RoundRectangle2D.Double(x, y, width, height, rounding, rounding), false);
    return this;
  }

  private Emblem bar(double x, double y) {
    solid.append(new RoundRectangle2D.Double(x, y, 14, 80 - y, 4, 4), false);
    return this;
  }

  private void arc(double x, double y, double width, double height, double from, double extent) {
    lines.append(new Arc2D.Double(x, y, width, height, from, extent, Arc2D.OPEN), false);
  }

  private void sliders() {
    double[] knobs = {66, 30, 58};
    for (int i = 0; i < knobs.length; i++) {
      double y = 20 + 30 * i;
      line(8, y, knobs[i] - 10, y).line(knobs[i] + 10, y, 92, y).circle(knobs[i], y, 10);
    }
  }

  private void database() {
    lines.append(new Ellipse2D.Double(14, 8, 72, 24), false);
    line(14, 20, 14, 80).line(86, 20, 86, 80);
    arc(14, 68, 72, 24, 180, 180);
    arc(14, 38, 72, 24, 180, 180);
  }

  private void padlock() {
    box(18, 44, 64, 48, 12);
    line(30, 44, 30, 30);
    arc(30, 8, 40, 44, 0, 180);
    line(70, 30, 70, 44);
    solid.append(new Ellipse2D.Double(43.5, 57, 13, 13), false);
    line(50, 66, 50, 77);
  }

  private void nodes() {
    double[][] at = {{50, 50}, {50, 13}, {85, 33}, {80, 78}, {20, 78}, {15, 33}};
    for (int i = 1; i < at.length; i++) {
      double dx = at[i][0] - 50;
      double dy = at[i][1] - 50;
      double length = Math.hypot(dx, dy);
      line(
          50 + dx * 14 / length,
          50 + dy * 14 / length,
          at[i][0] - dx * 8 / length,
          at[i][1] - dy * 8 / length);
      circle(at[i][0], at[i][1], 8);
    }
    solid.append(new Ellipse2D.Double(36, 36, 28, 28), false);
  }

  private void globe() {
    circle(50, 50, 42);
    lines.append(new Ellipse2D.Double(31, 8, 38, 84), false);
    line(8, 50, 92, 50).line(14, 29, 86, 29).line(14, 71, 86, 71);
  }

  private void cloud() {
    lines.moveTo(27, 80);
    lines.curveTo(-2, 80, 0, 44, 26, 45);
    lines.curveTo(30, 12, 73, 12, 76, 43);
    lines.curveTo(103, 44, 103, 80, 76, 80);
    lines.closePath();
  }

  private void document() {
    lines.moveTo(20, 8);
    lines.lineTo(58, 8);
    lines.lineTo(80, 30);
    lines.lineTo(80, 92);
    lines.lineTo(20, 92);
    lines.closePath();
    line(57, 9, 57, 31, 79, 31).line(35, 50, 65, 50).line(35, 64, 65, 64).line(35, 78, 55, 78);
  }

  private void book() {
    lines.moveTo(50, 26);
    lines.curveTo(38, 14, 20, 14, 7, 18);
    lines.lineTo(7, 80);
    lines.curveTo(20, 76, 38, 76, 50, 88);
    lines.curveTo(62, 76, 80, 76, 93, 80);
    lines.lineTo(93, 18);
    lines.curveTo(80, 14, 62, 14, 50, 26);
    line(50, 26, 50, 86);
  }

  private void loop() {
    lines.moveTo(50, 50);
    lines.curveTo(34, 24, 6, 22, 6, 50);
    lines.curveTo(6, 78, 34, 76, 50, 50);
    lines.curveTo(66, 24, 94, 22, 94, 50);
    lines.curveTo(94, 78, 66, 76, 50, 50);
  }

  private void compasses() {
    circle(50, 22, 10);
    line(45.5, 31, 20, 92).line(54.5, 31, 80, 92);
    arc(12, 8, 76, 66, 205, 130);
    line(50, 4, 50, 11);
  }

  private void briefcase() {
    box(8, 28, 84, 60, 12);
    line(35, 28, 35, 14, 65, 14, 65, 28).line(9, 54, 40, 54).line(60, 54, 91, 54);
    box(41, 47, 18, 15, 4);
  }
}
