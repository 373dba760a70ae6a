package org.insignia.server.catalog.design;

/** The emblem above a badge's title. Names are stored: add, never rename. */
public enum Icon {
  NONE,
  /** Sliders: people who run systems. */
  ADMINISTRATION,
  /** Angle brackets. */
  DEVELOPMENT,
  /** Stacked discs. */
  DATABASE,
  /** A bar chart. */
  ANALYTICS,
  /** A padlock. */
  SECURITY,
  /** Linked nodes. */
  INTELLIGENCE,
  /** A globe of meridians. */
  NETWORK,
  CLOUD,
  /** A sheet with lines. */
  DOCUMENT,
  /** An open book. */
  EDUCATION,
  /** An endless loop. */
  DEVOPS,
  /** A pair of compasses. */
  ARCHITECTURE,
  /** A briefcase. */
  BUSINESS,
  /** A screen on its foot. */
  DESKTOP,
  /** A tick. */
  EXAM,
  STAR
}
