package org.insignia.server.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.eligibility.Explanation.Reason;
import org.jspecify.annotations.Nullable;

/** Results sorted by exam, each with the reason why it counts or not. */
final class Judged {
  private final CatalogVersion catalog;
  private final Map<String, List<Verdict>> byExam = new HashMap<>();
  private final Map<String, List<Taken>> passes = new HashMap<>();

  /** A result and what is made of it. */
  record Verdict(Taken taken, Reason reason) {}

  Judged(CatalogVersion catalog, Collection<Taken> results) {
    this.catalog = catalog;
    for (Taken taken : new TreeSet<>(results)) {
      String uid = catalog.uid(taken.examUid());
      Reason reason = reason(taken, catalog.exam(uid).orElse(null));
      byExam.computeIfAbsent(uid, _ -> new ArrayList<>()).add(new Verdict(taken, reason));
      if (reason == Reason.PASSED) {
        passes.computeIfAbsent(uid, _ -> new ArrayList<>()).add(taken);
      }
    }
  }

  private Reason reason(Taken taken, @Nullable Exam exam) {
    return switch (taken.mark()) {
      case FAILED -> Reason.FAILED;
      case NO_SHOW -> Reason.NO_SHOW;
      case NO_RESULT -> Reason.NO_RESULT;
      case HELD -> Reason.HELD;
      case PENDING -> Reason.PENDING;
      case REVOKED -> Reason.REVOKED;
      case DROPPED -> Reason.DROPPED;
      case PASSED ->
          exam != null && isLate(taken.takenAt(), exam.retirement())
              ? Reason.AFTER_RETIREMENT
              : Reason.PASSED;
    };
  }

  private boolean isLate(Instant at, @Nullable LocalDate retirement) {
    return retirement != null
        && catalog.rules().lateResults() == Rules.LateResults.DO_NOT_COUNT
        && LocalDate.ofInstant(at, ZoneOffset.UTC).isAfter(retirement);
  }

  /** The earliest pass that counts and was taken after a moment. */
  @Nullable Taken pass(String uid, Instant after) {
    for (Taken taken : passes.getOrDefault(catalog.uid(uid), List.of())) {
      if (taken.takenAt().isAfter(after)) {
        return taken;
      }
    }
    return null;
  }

  /** Passes that count, oldest first. */
  List<Taken> passes(String uid) {
    return passes.getOrDefault(catalog.uid(uid), List.of());
  }

  /** Whether somebody sat this exam, and the result stands or is still to come. */
  boolean isSat(String uid) {
    return of(uid).stream()
        .anyMatch(verdict ->
            switch (verdict.taken().mark()) {
              case PASSED, FAILED, HELD, PENDING -> true;
              case NO_SHOW, NO_RESULT, REVOKED, DROPPED -> false;
            });
  }

  /** Everything about one exam, oldest first. */
  List<Verdict> of(String uid) {
    return byExam.getOrDefault(catalog.uid(uid), List.of());
  }
}
