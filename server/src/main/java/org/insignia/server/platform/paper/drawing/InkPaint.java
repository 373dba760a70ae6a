package org.insignia.server.platform.paper.drawing;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.util.List;

/** Inks as the JDK draws them on pixels. */
public final class InkPaint {
  private InkPaint() {}

  /** What fills like this ink. */
  public static Paint of(Ink ink) {
    return switch (ink) {
      case Ink.Solid solid -> colour(solid.rgb(), solid.opacity());
      case Ink.Linear linear ->
          new LinearGradientPaint(
              new Point2D.Double(linear.x1(), linear.y1()),
              new Point2D.Double(linear.x2(), linear.y2()),
              places(linear.stops()),
              colours(linear.stops()));
      case Ink.Radial radial ->
          new RadialGradientPaint(
              new Point2D.Double(radial.x(), radial.y()),
              (float) radial.radius(),
              places(radial.stops()),
              colours(radial.stops()));
    };
  }

  private static float[] places(List<Ink.Stop> stops) {
    float[] places = new float[stops.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (float) stops.get(i).at();
    }
    return places;
  }

  private static Color[] colours(List<Ink.Stop> stops) {
    return stops.stream().map(stop -> colour(stop.rgb(), stop.opacity())).toArray(Color[]::new);
  }

  private static Color colour(int rgb, double opacity) {
    return new Color(rgb | (int) Math.round(opacity * 255) << 24, true);
  }
}
