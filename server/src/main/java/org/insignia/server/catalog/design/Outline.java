package org.insignia.server.catalog.design;

/** The outline of a badge. Names are stored: add, never rename. */
public enum Outline {
  ROUND,
  HEXAGON,
  OCTAGON,
  SHIELD,
  /** A round seal with a scalloped edge. */
  SCALLOPED,
  /** A square with very round corners. */
  CUSHION
}
