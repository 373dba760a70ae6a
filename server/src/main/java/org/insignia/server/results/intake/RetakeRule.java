package org.insignia.server.results.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.Standing;

/**
 * The programme's rules on taking an exam again. They bind the provider, who let the candidate sit,
 * so a breach is told and changes nothing.
 *
 * @param afterFirst the wait after the first fail
 * @param afterLater the wait after each later one
 * @param mostAYear sittings within twelve months
 * @param onceMore whether a passed exam may be taken again
 */
record RetakeRule(Duration afterFirst, Duration afterLater, int mostAYear, boolean onceMore) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final RetakeRule USUAL = new RetakeRule(DAY, Duration.ofDays(14), 5, false);
  private static final RetakeRule ACADEMIC = new RetakeRule(DAY, Duration.ofDays(7), 5, false);
  private static final RetakeRule OFFICE =
      new RetakeRule(DAY, Duration.ofDays(2), Integer.MAX_VALUE, true);

  /** One time that somebody sat an exam. */
  record Sitting(Instant takenAt, Outcome outcome, Standing standing) {}

  /**
   * The rule for an exam, told by its code: Office exams are MO-... and 77-..., academic ones
   * 98-... and 62-193.
   */
  static RetakeRule of(String examNumber) {
    var number = examNumber.toUpperCase(Locale.ROOT);
    if (number.startsWith("MO-") || number.startsWith("77-")) {
      return OFFICE;
    }
    return number.startsWith("98-") || number.equals("62-193") ? ACADEMIC : USUAL;
  }

  /** What this sitting breaks, seen from those before it. */
  Optional<Finding> breach(Instant takenAt, List<Sitting> others) {
    var before =
        others.stream()
            .filter(s -> s.takenAt.isBefore(takenAt) && s.standing != Standing.REVOKED)
            .filter(s -> s.outcome == Outcome.PASSED || s.outcome == Outcome.FAILED)
            .sorted(Comparator.comparing(Sitting::takenAt))
            .toList();
    var passed = before.stream().filter(s -> s.outcome == Outcome.PASSED).findFirst();
    if (passed.isPresent() && !onceMore) {
      return Optional.of(Finding.of("passed-before", passed.get().takenAt));
    }
    if (before.stream().filter(s -> s.takenAt.isAfter(takenAt.minus(YEAR))).count() >= mostAYear) {
      return Optional.of(Finding.of("too-many-tries", mostAYear));
    }
    var fails = before.stream().filter(s -> s.outcome == Outcome.FAILED).toList();
    if (fails.isEmpty()) {
      return Optional.empty();
    }
    var wait = fails.size() == 1 ? afterFirst : afterLater;
    var last = fails.getLast().takenAt;
    return takenAt.isBefore(last.plus(wait))
        ? Optional.of(Finding.of("retake-too-early", last, wait.toHours()))
        : Optional.empty();
  }
}
