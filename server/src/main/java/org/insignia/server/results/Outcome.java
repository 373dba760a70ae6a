package org.insignia.server.results;

/** What came of a sitting. Names are stored: add, never rename. */
public enum Outcome {
  PASSED,
  FAILED,
  NO_SHOW,
  /** The candidate did not accept the non-disclosure agreement, so that nothing was taken. */
  NDA_REFUSED,
  /** There is no grade (yet). */
  UNKNOWN
}
