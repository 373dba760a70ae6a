package org.insignia.server.api.webhooks;

import java.time.Duration;
import java.time.Instant;

/** When what did not come through is tried again, and when it is given up. */
final class Patience {
  /** An event is tried for so long. */
  static final Duration OF_AN_EVENT = Duration.ofDays(3);

  /** A subscription to which nothing came through for so long is switched off. */
  static final Duration OF_A_SUBSCRIPTION = Duration.ofDays(5);

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration LONGEST_OF_ALL = Duration.ofMinutes(10);

  private Patience() {}

  /**
   * The next attempt at an event.
   *
   * @param attempts that were made
   */
  static Instant next(Instant now, int attempts) {
    return now.plus(grown(attempts - 1, 3, LONGEST));
  }

  /**
   * When anything is sent again to a subscriber that fails: however many events wait, it is knocked
   * at like this.
   *
   * @param failures in a row
   */
  static Instant pause(Instant now, int failures) {
    return now.plus(grown(failures - 1, 2, LONGEST_OF_ALL));
  }

  private static Duration grown(int times, int factor, Duration longest) {
    var pause = FIRST;
    for (int i = 0; i < times && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(factor);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
