package org.insignia.server.eligibility;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a decision needs to know of one result.
 *
 * @param examUid uid of an exam, or of a renewal; also a former one
 */
public record Taken(UUID id, String examUid, Instant takenAt, Mark mark)
    implements Comparable<Taken> {
  private static final Comparator<Taken> BY_TIME =
      Comparator.comparing(Taken::takenAt)
          .thenComparing(Taken::id)
          .thenComparing(Taken::examUid)
          .thenComparing(Taken::mark);

  /** What came of it. Only a pass counts. */
  public enum Mark {
    PASSED,
    FAILED,
    NO_SHOW,
    /** Nothing is known, or nothing was taken. */
    NO_RESULT,
    /** The provider or a contradiction holds it back. */
    HELD,
    /** A beta exam not yet scored. */
    PENDING,
    REVOKED,
    /** It was held, and staff decided that it does not count. */
    DROPPED
  }

  /** By time, then in an order that is arbitrary but always the same. */
  @Override
  public int compareTo(Taken other) {
    return BY_TIME.compare(this, other);
  }
}
