package org.insignia.server.certificates.sheet;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.Figure.Layer;
import org.insignia.server.platform.paper.drawing.Ink;

/** The lines of a certificate, as on a passport: a frame, an engine-turned rosette, a divider. */
final class Ornament {
  private static final double OUTER = 21;
  private static final double BAND = 33;
  private static final double NOTCH = 15;
  private static final int PETALS = 30;

  private Ornament() {}

  /** The frame of a whole sheet and what is turned behind its middle. */
  static Figure sheet(double width, double height, Ink colour, Ink.Solid fine) {
    var layers = new ArrayList<Layer>();
    layers.add(new Layer(rosette(width / 2, height * 0.44, height * 0.37), faint(fine, 0.16)));
    layers.add(new Layer(stroked(rectangle(OUTER, width, height), 2.2f), colour));
    layers.add(new Layer(stroked(notched(BAND, width, height), 0.8f), fine));
    layers.add(new Layer(corners(BAND - 3.5, width, height), colour));
    return new Figure(width, height, layers);
  }

  private static Ink faint(Ink.Solid ink, double opacity) {
    return new Ink.Solid(ink.rgb(), opacity);
  }

  private static Shape stroked(Shape shape, float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
        .createStrokedShape(shape);
  }

  private static Shape rectangle(double inset, double width, double height) {
    return new java.awt.geom.Rectangle2D.Double(
        inset, inset, width - 2 * inset, height - 2 * inset);
  }

  /** A rectangle whose corners are bitten off by quarter circles. */
  private static Shape notched(double inset, double width, double height) {
    double right = width - inset;
    double bottom = height - inset;
    double bend = NOTCH * 0.5523;
    var path = new Path2D.Double();
    path.moveTo(inset + NOTCH, inset);
    path.lineTo(right - NOTCH, inset);
    path.curveTo(right - NOTCH, inset + bend, right - bend, inset + NOTCH, right, inset + NOTCH);
    path.lineTo(right, bottom - NOTCH);
    path.curveTo(right - bend, bottom - NOTCH, right - NOTCH, bottom - bend, right - NOTCH, bottom);
    path.lineTo(inset + NOTCH, bottom);
    path.curveTo(inset + NOTCH, bottom - bend, inset + bend, bottom - NOTCH, inset, bottom - NOTCH);
    path.lineTo(inset, inset + NOTCH);
    path.curveTo(inset + bend, inset + NOTCH, inset + NOTCH, inset + bend, inset + NOTCH, inset);
    path.closePath();
    return path;
  }

  /** A small diamond in each corner, where the frame gives way. */
  private static Shape corners(double inset, double width, double height) {
    var all = new Path2D.Double();
    double at = inset + 5;
    for (double x : List.of(at, width - at)) {
      for (double y : List.of(at, height - at)) {
        all.append(diamond(x, y, 3.4), false);
      }
    }
    return all;
  }

  private static Shape diamond(double x, double y, double reach) {
    var path = new Path2D.Double();
    path.moveTo(x, y - reach);
    path.lineTo(x + reach, y);
    path.lineTo(x, y + reach);
    path.lineTo(x - reach, y);
    path.closePath();
    return path;
  }

  /** Many turned ellipses, whose crossings make the pattern. */
  private static Shape rosette(double x, double y, double reach) {
    var turned = new Path2D.Double();
    for (double slim : List.of(0.44, 0.72)) {
      var ellipse = new Ellipse2D.Double(x - reach, y - reach * slim, 2 * reach, 2 * reach * slim);
      for (int i = 0; i < PETALS; i++) {
        turned.append(
            AffineTransform.getRotateInstance(Math.PI * i / PETALS, x, y)
                .createTransformedShape(ellipse),
            false);
      }
    }
    return new BasicStroke(0.45f).createStrokedShape(turned);
  }

  /** A line with a diamond in its middle. */
  static Figure divider(double width, Ink fine) {
    double height = 8;
    var lines = new Path2D.Double();
    double gap = 9;
    lines.append(
        new java.awt.geom.Rectangle2D.Double(0, height / 2 - 0.35, width / 2 - gap, 0.7), false);
    lines.append(
        new java.awt.geom.Rectangle2D.Double(
            width / 2 + gap, height / 2 - 0.35, width / 2 - gap, 0.7),
        false);
    lines.append(diamond(width / 2, height / 2, 3.4), false);
    return new Figure(width, height, List.of(new Layer(lines, fine)));
  }
}
