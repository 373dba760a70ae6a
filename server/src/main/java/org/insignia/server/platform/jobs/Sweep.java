package org.insignia.server.platform.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * Housekeeping of one kind, as a bean: what nobody can use any more is deleted, a bounded piece at
 * a time.
 */
public interface Sweep {
  /** For its row and the logs, for example {@code claim-intents}. */
  String name();

  /** How often. */
  default Duration every() {
    return Duration.ofHours(1);
  }

  /**
   * Deletes one piece, in the caller's transaction.
   *
   * @return whether there may be more
   */
  boolean piece(Instant now);
}
