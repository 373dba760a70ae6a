package org.insignia.server.platform.paper.drawing;

import java.util.List;
import java.util.regex.Pattern;

/** What a shape is filled with; colours are sRGB. */
public sealed interface Ink {
  Ink BLACK = new Solid(0x000000, 1);
  Ink WHITE = new Solid(0xffffff, 1);

  /**
   * @param rgb 0xRRGGBB
   * @param opacity 0 to 1
   */
  record Solid(int rgb, double opacity) implements Ink {}

  /** A gradient along a line, in the figure's own coordinates, its ends prolonged. */
  record Linear(double x1, double y1, double x2, double y2, List<Stop> stops) implements Ink {
    public Linear {
      stops = List.copyOf(stops);
    }
  }

  /** A gradient from a centre outwards. */
  record Radial(double x, double y, double radius, List<Stop> stops) implements Ink {
    public Radial {
      stops = List.copyOf(stops);
    }
  }

  /** A colour at a place of a gradient, 0 to 1; all stops of one gradient are of one opacity. */
  record Stop(double at, int rgb, double opacity) {}

  Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  /**
   * Reads {@code #rrggbb}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Ink of(String hex) {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a colour is written #rrggbb, not " + hex);
    }
    return new Solid(Integer.parseInt(hex.substring(1), 16), 1);
  }
}
