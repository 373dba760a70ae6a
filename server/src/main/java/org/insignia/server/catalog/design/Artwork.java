package org.insignia.server.catalog.design;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insignia.server.catalog.design.lettering.TextLine;
import org.insignia.server.platform.paper.drawing.Ink;

/** Composes a design into layers, from the back to the front. */
final class Artwork {
  private static final double BAND = 82;

  private final Design design;
  private final Plate plate;
  private final Palette palette;
  private final List<Layer> layers = new ArrayList<>();

  private Artwork(Design design) {
    this.design = design;
    this.plate = new Plate(design.outline());
    this.palette = Palette.of(design.metal(), design.enamel());
  }

  static List<Layer> of(Design design) {
    var artwork = new Artwork(design);
    artwork.draw();
    return List.copyOf(artwork.layers);
  }

  private void draw() {
    layers.addAll(Border.of(plate, design.ring(), design.metal()));
    boolean banded = plate.isRound() && !design.legend().isEmpty();
    double field = banded ? band() : Border.WIDTH;
    field(field);
    if (!banded) {
      hairline(field + 16);
    }
    Ribbon ribbon = new Ribbon(design, palette);
    layers.addAll(
        new Face(design, palette, plate.inset(field + 34), ribbon.top(), banded).layers());
    layers.addAll(ribbon.layers());
  }

  /** A darker ring with the legend along its top; returns where the field starts. */
  private double band() {
    fill(plate.inset(Border.WIDTH), palette.band().asInk());
    double outer = 480 - Border.WIDTH;
    double inner = outer - BAND;
    TextLine legend = TextLine.of(design.legend().toUpperCase(Locale.ROOT), 0.16);
    double longest = Math.toRadians(design.ribbon().isEmpty() ? 270 : 218);
    double size = Math.min(47, longest * inner / legend.width());
    double baseline = (outer + inner) / 2 - size * 0.36;
    fill(legend.around(Layer.CENTRE, Layer.CENTRE, baseline, size), palette.bandInk().asInk());
    ornaments((outer + inner) / 2, legend.width() * size / baseline / 2);
    fill(Plate.circle(inner + 9), Border.polished(design.metal()));
    fill(Plate.circle(inner + 2), design.metal().dark().mixedWith(Colour.BLACK, 0.35).asInk());
    return Border.WIDTH + BAND;
  }

  /** Small diamonds from the end of the legend to the foot of the band. */
  private void ornaments(double radius, double halfAngle) {
    double from = halfAngle + Math.toRadians(13);
    double to = Math.PI - Math.toRadians(9);
    int count = (int) Math.floor((to - from) / Math.toRadians(9.5));
    var dots = new Path2D.Double();
    for (int i = 0; i <= count && count >= 1; i++) {
      double angle = from + i * (to - from) / count;
      dots.append(diamond(radius, angle), false);
      dots.append(diamond(radius, -angle), false);
    }
    if (halfAngle < Math.toRadians(150)) {
      dots.append(diamond(radius, Math.PI), false);
    }
    fill(dots, palette.bandInk().asInk(0.6));
  }

  private static Shape diamond(double radius, double angle) {
    var path = new Path2D.Double();
    path.moveTo(0, -8);
    path.lineTo(6, 0);
    path.lineTo(0, 8);
    path.lineTo(-6, 0);
    path.closePath();
    var placed = AffineTransform.getRotateInstance(angle, Layer.CENTRE, Layer.CENTRE);
    placed.translate(Layer.CENTRE, Layer.CENTRE - radius);
    return placed.createTransformedShape(path);
  }

  private void field(double inset) {
    fill(
        plate.inset(inset),
        new Ink.Radial(
            Layer.CENTRE,
            330,
            560,
            List.of(palette.lit().at(0), palette.enamel().at(0.45), palette.deep().at(1))));
    fill(rosette(inset), palette.ink().asInk(0.10));
  }

  /** An engine-turned pattern, as on a watch or a banknote. */
  private Shape rosette(double inset) {
    double reach = (Plate.widthAt(plate.inset(inset), Layer.CENTRE) / 2) * 0.965;
    var turned = new Path2D.Double();
    int turns = 18;
    for (int i = 0; i < turns; i++) {
      var ellipse =
          new Ellipse2D.Double(
              Layer.CENTRE - reach, Layer.CENTRE - reach * 0.62, 2 * reach, reach * 1.24);
      turned.append(
          AffineTransform.getRotateInstance(Math.PI * i / turns, Layer.CENTRE, Layer.CENTRE)
              .createTransformedShape(ellipse),
          false);
    }
    return new BasicStroke(1.6f).createStrokedShape(turned);
  }

  private void hairline(double inset) {
    var line = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    line.append(plate.inset(inset), false);
    line.append(plate.inset(inset + 3.5), false);
    fill(line, palette.ink().asInk(0.5));
  }

  private void fill(Shape shape, Ink ink) {
    layers.add(new Layer(shape, ink));
  }
}
