package org.insignia.server.catalog.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what an exam gives by itself, from the requirements that name it. */
final class ExamBadges {
  private ExamBadges() {}

  static ExamBadge of(Exam exam, CatalogVersion catalog) {
    if (exam.legacy()) {
      return new ExamBadge.None(ExamBadge.Why.LEGACY);
    }
    List<String> needing =
        catalog.certificationsInOrder().stream()
            .filter(certification -> !certification.legacy() && needs(certification, exam, catalog))
            .map(Certification::uid)
            .sorted()
            .toList();
    if (needing.isEmpty()) {
      return new ExamBadge.None(ExamBadge.Why.NOT_NEEDED);
    }
    List<String> given = givenBy(exam, catalog);
    if (!given.isEmpty() && catalog.rules().singleExam() == Rules.SingleExam.CERTIFICATION_ONLY) {
      return new ExamBadge.CertificationInstead(given);
    }
    return catalog.rules().examBadges() == Rules.ExamBadges.NONE
        ? new ExamBadge.None(ExamBadge.Why.RULE)
        : new ExamBadge.Given(needing);
  }

  private static boolean needs(Certification certification, Exam exam, CatalogVersion catalog) {
    Requirement requires = certification.requires();
    if (requires != null) {
      return requires.exams().anyMatch(uid -> catalog.uid(uid).equals(exam.uid()));
    }
    // How its exams combine is not known, but that there are several is.
    return certification.exams().size() + certification.prerequisites().size() > 1
        && certification.exams().stream().anyMatch(uid -> catalog.uid(uid).equals(exam.uid()));
  }

  /** Certifications with a badge that somebody has who passed this exam and nothing else. */
  private static List<String> givenBy(Exam exam, CatalogVersion catalog) {
    Set<String> held = new HashSet<>();
    for (Certification certification : catalog.certificationsInOrder()) {
      Requirement requires = certification.requires();
      if (requires != null && holds(requires, exam.uid(), held, catalog)) {
        held.add(certification.uid());
      }
    }
    return held.stream()
        .filter(uid -> catalog.certification(uid).filter(catalog::decidable).isPresent())
        .sorted()
        .toList();
  }

  private static boolean holds(
      Requirement requirement, String exam, Set<String> held, CatalogVersion catalog) {
    return switch (requirement) {
      case Requirement.ExamPassed passed -> catalog.uid(passed.uid()).equals(exam);
      case Requirement.CertificationHeld needed -> held.contains(catalog.uid(needed.uid()));
      case Requirement.Combination combination ->
          combination.of().stream().filter(part -> holds(part, exam, held, catalog)).count()
              >= combination.needed();
    };
  }
}
