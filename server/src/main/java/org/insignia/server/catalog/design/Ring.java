package org.insignia.server.catalog.design;

/** How the metal border is worked. Names are stored: add, never rename. */
public enum Ring {
  /** Polished. */
  PLAIN,
  /** Fine radial cuts, as on the edge of a coin. */
  REEDED,
  /** A row of small beads. */
  BEADED
}
