package org.insignia.server.catalog.design;

import java.util.List;

/** What a layer is filled with; coordinates are those of the artwork. */
sealed interface Ink {
  /** A colour of one opacity, 0 to 1. */
  record Solid(Colour colour, double opacity) implements Ink {}

  /** A gradient along a line, its ends prolonged. */
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

  /** A colour at a place of a gradient, 0 to 1. */
  record Stop(double at, Colour colour, double opacity) {
    static Stop of(double at, Colour colour) {
      return new Stop(at, colour, 1);
    }
  }

  static Ink of(Colour colour) {
    return new Solid(colour, 1);
  }
}
