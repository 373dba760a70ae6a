package org.insignia.server.insights.feed;

import java.time.Duration;

/** How long a feed that failed is left alone: longer each time, and never less than it asks for. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int DOUBLINGS = 10;

  private BackOff() {}

  /**
   * @param failures in a row, this one included
   * @param interval the feed's own; a first failure is tried again sooner
   * @param retryAfter seconds the server asked for; 0 where it did not
   */
  static Duration after(int failures, Duration interval, long retryAfter) {
    var doubled = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLINGS));
    var longest = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
    var wait = doubled.compareTo(longest) > 0 ? longest : doubled;
    var asked = Duration.ofSeconds(retryAfter);
    return asked.compareTo(wait) > 0 ? asked : wait;
  }
}
