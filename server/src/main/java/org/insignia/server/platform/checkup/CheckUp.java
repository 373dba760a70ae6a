package org.insignia.server.platform.checkup;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.platform.fsck.Report;
import org.jspecify.annotations.Nullable;

/**
 * One examination.
 *
 * @param askedBy as in the audit
 * @param everything whether every signed document is verified
 * @param done how many rules are through
 * @param rule the one that is being checked; empty before the first
 * @param rows how many rows that rule has seen
 * @param report null until it is done
 */
public record CheckUp(
    UUID id,
    String askedBy,
    Instant askedAt,
    boolean everything,
    State state,
    int done,
    String rule,
    long rows,
    @Nullable Report report) {
  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE
  }
}
