package org.insignia.openbadges.pdf;

import org.insignia.openbadges.json.MalformedCredential;

/** What reading one PDF may cost: each value read and each byte searched is a step. */
final class Effort {
  /** Ten times what the largest file takes that is read at all. */
  private static final int MOST_STEPS = 40_000_000;

  private static final int MOST_INFLATED = 24 << 20;
  private static final int MOST_IN_ONE = 4 << 20;

  private int steps = MOST_STEPS;
  private int inflated = MOST_INFLATED;

  void spend(int count) {
    steps -= count;
    if (steps < 0) {
      throw new MalformedCredential("", "a PDF that takes too much work to read");
    }
  }

  /** How many bytes may come out of one more compressed stream. */
  int inflatable() {
    return Math.min(inflated, MOST_IN_ONE);
  }

  /** Counts what came out; more than {@link #inflatable} is an error, but not the last of all. */
  void inflate(int count) {
    boolean tooMuch = count > inflatable();
    inflated -= count;
    if (tooMuch) {
      throw new MalformedCredential("", "a PDF with a stream that inflates to too much");
    }
  }
}
