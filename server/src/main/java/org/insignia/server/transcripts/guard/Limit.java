package org.insignia.server.transcripts.guard;

import java.time.Duration;

/**
 * How many tries are let through.
 *
 * @param most in any stretch of time as long as {@code window}
 * @param free those of them that need no wait before the next
 * @param first the wait after the last free one; doubles from there
 * @param end after so many in a row no more until {@link Guard#startOver}
 */
public record Limit(int most, Duration window, int free, Duration first, int end) {
  /** So many in any such stretch of time. */
  public static Limit of(int most, Duration window) {
    return new Limit(most, window, most, Duration.ZERO, Integer.MAX_VALUE);
  }

  /** The same, with growing waits after the first few. */
  public Limit slowedAfter(int few, Duration wait) {
    return new Limit(most, window, few, wait, end);
  }

  /** The same, closed after so many in a row. */
  public Limit endingAfter(int inARow) {
    return new Limit(most, window, free, first, inARow);
  }

  boolean hasEnd() {
    return end < Integer.MAX_VALUE;
  }
}
