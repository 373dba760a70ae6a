package org.insignia.server.catalog.svg;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gradient of a drawing, with its stops; what it leaves out it takes from another one. */
final class Gradient {
  private static final int MOST_STOPS = 200;
  private static final int MOST_HOPS = 8;

  private final Attributes attributes;
  private final List<Stop> stops = new ArrayList<>();

  private record Stop(float at, Color colour) {}

  Gradient(Attributes attributes) {
    this.attributes = attributes;
  }

  void add(Attributes stop) {
    if (stops.size() >= MOST_STOPS) {
      throw new Unusable(SvgPicture.Why.TOO_LARGE, "stop");
    }
    Color colour = Colours.of(stop.get("stop-color", "black"));
    double opacity = stop.length("stop-opacity", 1, 1);
    stops.add(
        new Stop(
            (float) Math.clamp(stop.length("offset", 0, 1), 0, 1),
            new Color(
                colour.getRed(),
                colour.getGreen(),
                colour.getBlue(),
                (int) Math.round(255 * Math.clamp(opacity, 0, 1)))));
  }

  /**
   * As a paint for a shape.
   *
   * @param bounds of the shape, in its own units
   * @param others by id
   */
  Paint paint(Rectangle2D bounds, double opacity, Map<String, Gradient> others) {
    List<Stop> own = stops(others, 0);
    if (own.isEmpty()) {
      return new Color(0, 0, 0, 0);
    }
    boolean box = !attribute("gradientUnits", "objectBoundingBox", others).equals("userSpaceOnUse");
    var placed = new AffineTransform();
    if (box) {
      placed.translate(bounds.getX(), bounds.getY());
      placed.scale(Math.max(bounds.getWidth(), 1e-6), Math.max(bounds.getHeight(), 1e-6));
    }
    placed.concatenate(Transforms.of(attribute("gradientTransform", "", others)));
    float[] places = places(own);
    Color[] colours = colours(own, opacity);
    if (places.length < 2 || !isInvertible(placed)) {
      return colours[colours.length - 1];
    }
    return attributes.element().equals("linearGradient")
        ? linear(places, colours, placed, others)
        : radial(places, colours, placed, others);
  }

  private Paint linear(
      float[] places, Color[] colours, AffineTransform placed, Map<String, Gradient> others) {
    var from = new Point2D.Double(number("x1", "0", others), number("y1", "0", others));
    var to = new Point2D.Double(number("x2", "100%", others), number("y2", "0", others));
    return from.distance(to) < 1e-9
        ? colours[colours.length - 1]
        : new LinearGradientPaint(
            from, to, places, colours, cycle(others), ColorSpaceType.SRGB, placed);
  }

  private Paint radial(
      float[] places, Color[] colours, AffineTransform placed, Map<String, Gradient> others) {
    var centre = new Point2D.Double(number("cx", "50%", others), number("cy", "50%", others));
    double radius = number("r", "50%", others);
    return radius < 1e-9
        ? colours[colours.length - 1]
        : new RadialGradientPaint(
            centre,
            (float) radius,
            centre,
            places,
            colours,
            cycle(others),
            ColorSpaceType.SRGB,
            placed);
  }

  private CycleMethod cycle(Map<String, Gradient> others) {
    return switch (attribute("spreadMethod", "pad", others)) {
      case "reflect" -> CycleMethod.REFLECT;
      case "repeat" -> CycleMethod.REPEAT;
      default -> CycleMethod.NO_CYCLE;
    };
  }

  private double number(String name, String otherwise, Map<String, Gradient> others) {
    String value = attribute(name, otherwise, others);
    return value.endsWith("%")
        ? Numbers.of(value.substring(0, value.length() - 1)) / 100
        : Numbers.of(value);
  }

  private String attribute(String name, String otherwise, Map<String, Gradient> others) {
    Gradient from = this;
    for (int hops = 0; from != null && hops < MOST_HOPS; hops++) {
      if (from.attributes.has(name)) {
        return from.attributes.get(name, otherwise);
      }
      from = others.get(from.reference());
    }
    return otherwise;
  }

  private List<Stop> stops(Map<String, Gradient> others, int hops) {
    Gradient other = others.get(reference());
    return stops.isEmpty() && other != null && hops < MOST_HOPS
        ? other.stops(others, hops + 1)
        : stops;
  }

  /** The id of the gradient that this one continues; of no other document. */
  private String reference() {
    String href = attributes.get("href", "");
    return href.startsWith("#") ? href.substring(1) : "";
  }

  /** Rising strictly, as the paints of Java want it. */
  private static float[] places(List<Stop> stops) {
    float[] places = new float[stops.size()];
    for (int i = 0; i < places.length; i++) {
      float at = stops.get(i).at();
      places[i] = i == 0 ? at : Math.max(at, Math.nextUp(places[i - 1]));
    }
    for (int i = places.length - 1; i >= 0; i--) {
      float below = i == places.length - 1 ? 1 : Math.nextDown(places[i + 1]);
      places[i] = Math.min(places[i], below);
    }
    return places;
  }

  private static Color[] colours(List<Stop> stops, double opacity) {
    return stops.stream()
        .map(Stop::colour)
        .map(c ->
            new Color(
                c.getRed(),
                c.getGreen(),
                c.getBlue(),
                (int) Math.round(c.getAlpha() * Math.clamp(opacity, 0, 1))))
        .toArray(Color[]::new);
  }

  private static boolean isInvertible(AffineTransform placed) {
    try {
      placed.createInverse();
      return true;
    } catch (NoninvertibleTransformException e) {
      return false;
    }
  }
}
