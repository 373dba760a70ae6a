package org.insignia.server.catalog.design;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.paper.drawing.Ink;

/** The metal of a badge: an outer bevel, a worked channel, an inner bevel. */
final class Border {
  /** How far the metal reaches inwards. */
  static final double WIDTH = 58;

  private static final double CHANNEL = 33;

  private final Plate plate;
  private final Metal metal;
  private final List<Layer> layers = new ArrayList<>();

  private Border(Plate plate, Metal metal) {
    this.plate = plate;
    this.metal = metal;
  }

  static List<Layer> of(Plate plate, Ring ring, Metal metal) {
    var border = new Border(plate, metal);
    border.draw(ring);
    return border.layers;
  }

  /** The sheen of polished metal, lit from above left. */
  static Ink polished(Metal metal) {
    return new Ink.Linear(
        170,
        90,
        830,
        910,
        List.of(
            metal.light().at(0),
            metal.body().at(0.3),
            metal.light().mixedWith(metal.body(), 0.35).at(0.48),
            metal.body().mixedWith(metal.dark(), 0.35).at(0.72),
            metal.dark().at(1)));
  }

  /** The same metal where it faces away from the light. */
  static Ink shaded(Metal metal) {
    return new Ink.Linear(
        170, 90, 830, 910, List.of(metal.dark().at(0), metal.body().at(0.5), metal.light().at(1)));
  }

  private void draw(Ring ring) {
    fill(plate.inset(0), metal.dark().mixedWith(Colour.BLACK, 0.25).asInk());
    fill(plate.inset(4), polished(metal));
    switch (ring) {
      case PLAIN -> {}
      case REEDED -> {
        channel();
        fill(reeds(), metal.dark().mixedWith(Colour.BLACK, 0.2).asInk(0.6));
      }
      case BEADED -> {
        channel();
        beads();
      }
    }
    fill(plate.inset(WIDTH - 10), shaded(metal));
    fill(plate.inset(WIDTH - 3), metal.dark().mixedWith(Colour.BLACK, 0.35).asInk());
  }

  private void channel() {
    fill(plate.inset(18), metal.dark().asInk());
    fill(
        plate.inset(20),
        new Ink.Linear(
            170,
            90,
            830,
            910,
            List.of(
                metal.body().mixedWith(metal.dark(), 0.45).at(0),
                metal.body().mixedWith(metal.light(), 0.25).at(1))));
  }

  private void fill(Shape shape, Ink ink) {
    layers.add(new Layer(shape, ink));
  }

  private Shape reeds() {
    var cuts = new Path2D.Double();
    for (double[] at : along(plate.inset(CHANNEL), 17)) {
      cuts.moveTo(at[0] - at[2] * 13, at[1] - at[3] * 13);
      cuts.lineTo(at[0] + at[2] * 13, at[1] + at[3] * 13);
    }
    return new BasicStroke(4.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
        .createStrokedShape(cuts);
  }

  private void beads() {
    var all = new Path2D.Double();
    for (double[] at : along(plate.inset(CHANNEL), 29)) {
      all.append(new Ellipse2D.Double(at[0] - 10, at[1] - 10, 20, 20), false);
    }
    fill(moved(all, 1.5, 2.5), metal.dark().mixedWith(Colour.BLACK, 0.3).asInk());
    fill(all, metal.body().mixedWith(metal.light(), 0.25).asInk());
    var gleam = new Path2D.Double();
    for (double[] at : along(plate.inset(CHANNEL), 29)) {
      gleam.append(new Ellipse2D.Double(at[0] - 6.5, at[1] - 7, 8, 8), false);
    }
    fill(gleam, metal.light().asInk(0.9));
  }

  private static Shape moved(Shape shape, double dx, double dy) {
    return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
  }

  /** Points of a closed outline about {@code spacing} apart, each as x, y and its unit normal. */
  private static List<double[]> along(Shape outline, double spacing) {
    List<double[]> corners = Plate.corners(outline);
    double length = 0;
    for (int i = 1; i < corners.size(); i++) {
      length += Plate.distance(corners.get(i - 1), corners.get(i));
    }
    double step = length / Math.round(length / spacing);
    var points = new ArrayList<double[]>();
    double next = step / 2;
    double passed = 0;
    for (int i = 1; i < corners.size(); i++) {
      double[] a = corners.get(i - 1);
      double[] b = corners.get(i);
      double side = Plate.distance(a, b);
      for (; next <= passed + side; next += step) {
        double t = (next - passed) / side;
        double nx = (b[1] - a[1]) / side;
        double ny = (a[0] - b[0]) / side;
        points.add(new double[] {a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, nx, ny});
      }
      passed += side;
    }
    return points;
  }
}
