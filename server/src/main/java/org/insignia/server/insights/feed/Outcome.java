package org.insignia.server.insights.feed;

/** What came of a run, and so the health of a feed. */
public enum Outcome {
  /** Never tried. */
  NEW,
  /** Under way. */
  RUNNING,
  /** Read whole and published. */
  GOOD,
  /** Published as far as it could be had; nothing was closed. */
  PARTIAL,
  /** The server said that nothing is new. */
  UNCHANGED,
  /** Read well and as empty as before. */
  EMPTY,
  /** Read, but so unlike the last time that it waits for the operator; the last good data stand. */
  HELD,
  /** Not had or not readable; the last good data stand. */
  FAILED;

  /** Whether the postings were confirmed by it. */
  public boolean isGood() {
    return this == GOOD || this == PARTIAL || this == UNCHANGED || this == EMPTY;
  }
}
