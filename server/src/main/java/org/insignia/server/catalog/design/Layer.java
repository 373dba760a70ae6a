package org.insignia.server.catalog.design;

import java.awt.Shape;
import org.insignia.server.platform.paper.drawing.Ink;

/** A filled shape of a picture, on a canvas of 1000 by 1000 units, y downwards. */
record Layer(Shape shape, Ink ink) {
  static final int CANVAS = 1000;
  static final double CENTRE = CANVAS / 2.0;
}
