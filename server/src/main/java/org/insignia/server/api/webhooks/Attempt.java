package org.insignia.server.api.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param status of the answer; null where there was none
 * @param answer its beginning, without signs that nobody sees
 */
record Attempt(Instant at, @Nullable Integer status, String answer, int millis) {
  private static final int LONGEST_ANSWER = 1000;
  private static final int GONE = 410;
  private static final int SLOW_MILLIS = 2_000;

  Attempt {
    var clean = answer.replaceAll("[\\p{Cntrl}&&[^\n\t]]|\\p{Cf}|\\p{Cs}", "\ufffd").strip();
    answer = clean.substring(0, Math.min(LONGEST_ANSWER, clean.length()));
  }

  boolean cameThrough() {
    return status != null && status / 100 == 2;
  }

  /** Whether the subscriber says that it wants nothing more. */
  boolean isGone() {
    return status != null && status == GONE;
  }

  /** Whether it took so long, or failed, that others should not stand in line behind it. */
  boolean isSlow() {
    return millis > SLOW_MILLIS;
  }
}
