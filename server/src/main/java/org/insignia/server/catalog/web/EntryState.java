package org.insignia.server.catalog.web;

import java.time.LocalDate;
import java.util.Optional;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.jspecify.annotations.Nullable;

/**
 * How an entry stands.
 *
 * @param key what to say; {0} is the day
 * @param tone of the mark before it
 */
public record EntryState(String key, String tone, @Nullable LocalDate day) {

  static EntryState of(Exam exam, LocalDate today) {
    return exam.legacy()
        ? new EntryState("catalog.state.legacy", "off", null)
        : dated(exam.retirement(), today);
  }

  static EntryState of(Certification certification, CatalogVersion catalog, LocalDate today) {
    if (certification.legacy()) {
      return new EntryState("catalog.state.legacy", "off", null);
    }
    if (certification.requires() == null) {
      return new EntryState("catalog.state.undecided", "warn", null);
    }
    Optional<LocalDate> last = catalog.lastDay(certification);
    return dated(last.orElse(null), today);
  }

  private static EntryState dated(@Nullable LocalDate last, LocalDate today) {
    if (last == null) {
      return new EntryState("catalog.state.active", "good", null);
    }
    return last.isBefore(today)
        ? new EntryState("catalog.state.retired", "off", last)
        : new EntryState("catalog.state.ends", "warn", last);
  }

  /** Key of what an exam gives by itself. */
  static String badge(ExamBadge badge) {
    return switch (badge) {
      case ExamBadge.Given _ -> "catalog.badge.own";
      case ExamBadge.CertificationInstead _ -> "catalog.badge.instead";
      case ExamBadge.None none ->
          switch (none.why()) {
            case LEGACY -> "catalog.badge.legacy";
            case NOT_NEEDED -> "catalog.badge.not-needed";
            case RULE -> "catalog.badge.rule";
          };
    };
  }
}
