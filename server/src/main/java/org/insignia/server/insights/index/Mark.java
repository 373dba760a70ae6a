package org.insignia.server.insights.index;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page of postings ended: they stand by the minute they appeared, and by their number.
 *
 * @param minute since 1970
 */
public record Mark(long minute, long number) {
  private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,12})_(\\d{1,12})");

  /** Reads what {@link #toString} wrote; empty where it is something else. */
  public static Optional<Mark> read(String text) {
    var parts = WRITTEN.matcher(text);
    return parts.matches()
        ? Optional.of(new Mark(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /** Whether a posting stands behind it. */
  public boolean isBefore(long otherMinute, long otherNumber) {
    return otherMinute < minute || otherMinute == minute && otherNumber < number;
  }

  @Override
  public String toString() {
    return minute + "_" + number;
  }
}
