package org.insignia.server.eligibility;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long something earned is valid. A renewal passed within the window before the end extends it
 * by a period; after a lapse it is valid anew once everything is passed again.
 */
final class Validity {
  private final Period period;
  private final Period window;
  private final TreeSet<UUID> results;
  private Instant until;

  Validity(Period period, Period window, Completion first) {
    this.period = period;
    this.window = window;
    this.results = new TreeSet<>(first.results());
    this.until = later(first.at());
  }

  Instant until() {
    return until;
  }

  List<UUID> results() {
    return List.copyOf(results);
  }

  /**
   * @param renewals passes of the renewal assessment, oldest first
   * @param again the earliest completion with exams passed after a moment; null where there is none
   */
  void renew(List<Taken> renewals, Function<Instant, @Nullable Completion> again) {
    renewals.forEach(this::renewal);
    Completion next = again.apply(until);
    while (next != null && next.at().isAfter(until)) {
      results.addAll(next.results());
      until = later(next.at());
      renewals.forEach(this::renewal);
      next = again.apply(until);
    }
  }

  private void renewal(Taken renewal) {
    Instant opens = until.atZone(ZoneOffset.UTC).minus(window).toInstant();
    if (!renewal.takenAt().isBefore(opens) && !renewal.takenAt().isAfter(until)) {
      results.add(renewal.id());
      until = later(until);
    }
  }

  private Instant later(Instant from) {
    return from.atZone(ZoneOffset.UTC).plus(period).toInstant();
  }
}
