package org.insignia.bench.feeds;

import java.time.Instant;

/**
 * One exam taken once, as it truly was.
 *
 * @param code the exam's code as the row spells it
 * @param passed null for a no-show or a refused agreement
 */
record Sitting(
    String result,
    Person person,
    String exam,
    String code,
    Instant at,
    @org.jspecify.annotations.Nullable Boolean passed,
    String kind) {
  /** Kinds of sittings beyond the ordinary ones. */
  static final String PLAIN = "plain";

  static final String NO_SHOW = "no-show";
  static final String NDA = "nda-refused";

  boolean isPass() {
    return Boolean.TRUE.equals(passed);
  }
}
