package org.insignia.server.insights.index.lucene;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.insignia.server.insights.index.JobEntry;

/** The minute a posting appeared in, and whether it is open, in one number. */
final class Appeared {
  private static final long OPEN = 1;
  private static final long MINUTES_A_DAY = 24 * 60;

  private Appeared() {}

  static long of(JobEntry entry) {
    return Math.floorDiv(entry.postedAt().getEpochSecond(), 60L) << 1 | (entry.open() ? OPEN : 0);
  }

  static boolean isOpen(long packed) {
    return (packed & OPEN) != 0;
  }

  static long minute(long packed) {
    return packed >> 1;
  }

  static long epochDay(long packed) {
    return Math.floorDiv(minute(packed), MINUTES_A_DAY);
  }

  /** The least number of a posting that appeared on this day or later. */
  static long from(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 60 << 1;
  }
}
