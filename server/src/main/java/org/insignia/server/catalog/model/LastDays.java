package org.insignia.server.catalog.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when requirements can still be met, from the retirement of what they name. */
final class LastDays {
  /** Stands for "no end", so that days can be ordered. */
  private static final LocalDate NEVER = LocalDate.MAX;

  private final CatalogVersion catalog;

  LastDays(CatalogVersion catalog) {
    this.catalog = catalog;
  }

  @Nullable LocalDate of(Certification certification) {
    LocalDate last = day(certification);
    return last.equals(NEVER) ? null : last;
  }

  private LocalDate day(Certification certification) {
    LocalDate own = orNever(certification.retirement());
    Requirement requires = certification.requires();
    LocalDate needed = requires == null ? NEVER : day(requires);
    return own.isBefore(needed) ? own : needed;
  }

  private LocalDate day(Requirement requirement) {
    return switch (requirement) {
      case Requirement.ExamPassed passed ->
          catalog.exam(passed.uid()).map(exam -> orNever(exam.retirement())).orElse(NEVER);
      // Held earlier is enough, so that its own end does not matter.
      case Requirement.CertificationHeld _ -> NEVER;
      case Requirement.Combination combination -> {
        List<LocalDate> days =
            combination.of().stream()
                .map(this::day)
                .sorted(Comparator.<LocalDate>naturalOrder().reversed())
                .toList();
        yield days.get(combination.needed() - 1);
      }
    };
  }

  private static LocalDate orNever(@Nullable LocalDate day) {
    return day == null ? NEVER : day;
  }
}
