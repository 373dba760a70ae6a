package org.insignia.server.eligibility;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.eligibility.Taken.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Decides by brute force and shares no code with {@link Decision}: it replays every moment at which
 * something was passed and asks each time, with plain truth values, what now holds.
 */
final class Oracle {
  private final CatalogVersion catalog;
  private final Collection<Taken> results;

  Oracle(CatalogVersion catalog, Collection<Taken> results) {
    this.catalog = catalog;
    this.results = results;
  }

  /** Uid to the moment it was earned, of everything that gives a badge. */
  TreeMap<String, Instant> awards() {
    TreeMap<String, Instant> awards = new TreeMap<>();
    for (Certification certification : catalog.certifications()) {
      Instant at = earned(certification.uid());
      if (at != null && !certification.legacy()) {
        awards.put(certification.uid(), at);
      }
    }
    for (Exam exam : catalog.exams()) {
      if (givesBadge(exam)) {
        results.stream()
            .filter(taken -> counts(taken) && present(taken.examUid()).equals(exam.uid()))
            .map(Taken::takenAt)
            .min(Instant::compareTo)
            .ifPresent(at -> awards.put(exam.uid(), at));
      }
    }
    return awards;
  }

  private @Nullable Instant earned(String uid) {
    Certification certification = catalog.certification(uid).orElse(null);
    if (certification == null || certification.requires() == null) {
      return null;
    }
    for (Instant moment :
        results.stream().map(Taken::takenAt).collect(Collectors.toCollection(TreeSet::new))) {
      if (holds(certification.requires(), moment)) {
        boolean late =
            certification.retirement() != null
                && moment.atZone(ZoneOffset.UTC).toLocalDate().isAfter(certification.retirement());
        return late ? null : moment;
      }
    }
    return null;
  }

  private boolean holds(Requirement requirement, Instant moment) {
    return switch (requirement) {
      case Requirement.ExamPassed exam ->
          results.stream()
              .anyMatch(taken ->
                  counts(taken)
                      && !taken.takenAt().isAfter(moment)
                      && present(taken.examUid()).equals(present(exam.uid())));
      case Requirement.CertificationHeld held -> {
        Instant at = earned(held.uid());
        yield at != null && !at.isAfter(moment);
      }
      case Requirement.Combination combination ->
          combination.of().stream().filter(part -> holds(part, moment)).count()
              >= combination.needed();
    };
  }

  private boolean counts(Taken taken) {
    if (taken.mark() != Mark.PASSED) {
      return false;
    }
    return catalog
        .exam(taken.examUid())
        .map(Exam::retirement)
        .map(day ->
            taken.takenAt().isBefore(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
        .orElse(true);
  }

  private static String present(String uid) {
    return uid.equals("exam.former") ? "exam.e0" : uid;
  }

  private boolean givesBadge(Exam exam) {
    boolean needed =
        catalog.certifications().stream().anyMatch(c -> !c.legacy() && names(c, exam.uid()));
    boolean enough =
        catalog.certifications().stream()
            .anyMatch(c ->
                !c.legacy() && c.requires() != null && alone(c.requires(), Set.of(exam.uid())));
    return !exam.legacy() && needed && !enough;
  }

  private boolean names(Certification certification, String exam) {
    return certification.requires() == null
        ? certification.exams().size() + certification.prerequisites().size() > 1
            && certification.exams().contains(exam)
        : certification.requires().exams().anyMatch(uid -> present(uid).equals(exam));
  }

  private boolean alone(Requirement requirement, Set<String> passed) {
    return switch (requirement) {
      case Requirement.ExamPassed exam -> passed.contains(present(exam.uid()));
      case Requirement.CertificationHeld held ->
          catalog
              .certification(held.uid())
              .filter(c -> c.requires() != null && alone(c.requires(), passed))
              .isPresent();
      case Requirement.Combination combination ->
          combination.of().stream().filter(part -> alone(part, passed)).count()
              >= combination.needed();
    };
  }
}
