package org.insignia.server.platform.hot;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often something was asked for within this second, roughly: two things may share a count, and
 * then both look warmer than they are.
 */
final class Heat {
  private static final int PLACES = 1 << 14;
  private final AtomicLongArray counts = new AtomicLongArray(PLACES);

  /** Counts one question. */
  int count(int hash, long second) {
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    long after =
        counts.updateAndGet(
            place,
            before -> before >>> 32 == (second & 0xffff_ffffL) ? before + 1 : second << 32 | 1);
    return (int) after;
  }
}
