package org.insignia.server.catalog.design;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insignia.server.catalog.design.lettering.TextLine;
import org.insignia.server.platform.paper.drawing.Ink;

/** A metal ribbon across the lower part of a badge, its ends folded back. */
final class Ribbon {
  private static final double TOP = 716;
  private static final double HEIGHT = 104;
  private static final double LEFT = 78;
  private static final double DROP = 30;

  private final Design design;
  private final Palette palette;
  private final List<Layer> layers = new ArrayList<>();

  Ribbon(Design design, Palette palette) {
    this.design = design;
    this.palette = palette;
  }

  /** Where it begins; below the canvas where there is none. */
  double top() {
    return design.ribbon().isEmpty() ? Layer.CANVAS : TOP;
  }

  List<Layer> layers() {
    if (design.ribbon().isEmpty()) {
      return List.of();
    }
    Metal metal = design.metal();
    Colour edge = metal.dark().mixedWith(Colour.BLACK, 0.35);
    fill(
        bothSides(
            LEFT + 86,
            TOP + DROP,
            12,
            TOP + DROP,
            52,
            TOP + DROP + HEIGHT / 2,
            12,
            TOP + DROP + HEIGHT,
            LEFT + 86,
            TOP + DROP + HEIGHT),
        edge.asInk());
    fill(
        bothSides(
            LEFT + 86,
            TOP + DROP + 4,
            21,
            TOP + DROP + 4,
            58,
            TOP + DROP + HEIGHT / 2,
            21,
            TOP + DROP + HEIGHT - 4,
            LEFT + 86,
            TOP + DROP + HEIGHT - 4),
        tail(metal));
    fill(
        bothSides(
            LEFT, TOP + HEIGHT - 2, LEFT + 86, TOP + HEIGHT - 2, LEFT + 86, TOP + HEIGHT + DROP),
        metal.dark().mixedWith(Colour.BLACK, 0.5).asInk());
    fill(bar(0, 0), edge.asInk());
    fill(bar(4, 4), face(metal));
    fill(bar(12, 12), metal.dark().asInk(0.55));
    fill(bar(12, 14), face(metal));
    TextLine text = TextLine.of(design.ribbon().toUpperCase(Locale.ROOT), 0.14);
    double size = Math.min(52, (Layer.CANVAS - 2 * LEFT - 60) / text.width());
    fill(
        text.centredOn(Layer.CENTRE, TOP + HEIGHT / 2 + size * 0.365, size),
        palette.metalInk().asInk());
    return layers;
  }

  private static Ink face(Metal metal) {
    Colour bright = metal.light().mixedWith(metal.body(), 0.12);
    Colour dull = metal.body().mixedWith(metal.light(), 0.42);
    return new Ink.Linear(
        LEFT, 0, Layer.CANVAS - LEFT, 0, List.of(dull.at(0), bright.at(0.5), dull.at(1)));
  }

  private static Ink tail(Metal metal) {
    Colour shade = metal.body().mixedWith(metal.dark(), 0.55);
    return new Ink.Linear(
        0,
        0,
        Layer.CANVAS,
        0,
        List.of(
            metal.body().at(0.02), shade.at(0.17),
            shade.at(0.83), metal.body().at(0.98)));
  }

  private static Shape bar(double dx, double dy) {
    var path = new Path2D.Double();
    path.moveTo(LEFT + dx, TOP + dy);
    path.lineTo(Layer.CANVAS - LEFT - dx, TOP + dy);
    path.lineTo(Layer.CANVAS - LEFT - dx, TOP + HEIGHT - dy);
    path.lineTo(LEFT + dx, TOP + HEIGHT - dy);
    path.closePath();
    return path;
  }

  private static Shape bothSides(double... xy) {
    var path = new Path2D.Double();
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < xy.length; i += 2) {
        double x = side == 0 ? xy[i] : Layer.CANVAS - xy[i];
        if (i == 0) {
          path.moveTo(x, xy[1]);
        } else {
          path.lineTo(x, xy[i + 1]);
        }
      }
      path.closePath();
    }
    return path;
  }

  private void fill(Shape shape, Ink ink) {
    layers.add(new Layer(shape, ink));
  }
}
