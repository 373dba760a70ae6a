package org.insignia.server.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Renewal;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.model.Role;
import org.insignia.server.catalog.source.Fact;
import org.insignia.server.catalog.source.Problems;
import org.insignia.server.catalog.source.SourceProblem.Reason;

/** Names what the newest rows refer to and nobody has described. */
final class References {
  private References() {}

  /**
   * @param facts oldest edition first
   */
  static void check(List<Fact> facts, CatalogState state, Problems problems) {
    Map<String, Fact> newest = new HashMap<>();
    for (Fact fact : facts) {
      if (!(fact instanceof Fact.TextFact)) {
        newest.put(fact.getClass().getSimpleName() + fact.uid(), fact);
      }
    }
    for (Fact fact : facts) {
      if (newest.get(fact.getClass().getSimpleName() + fact.uid()) == fact) {
        of(fact)
            .distinct()
            .filter(uid -> !state.entries.containsKey(state.uid(uid)))
            .forEach(uid ->
                problems.add(fact.origin(), Reason.UNKNOWN_REFERENCE, fact.uid() + " → " + uid));
      }
    }
  }

  private static Stream<String> of(Fact fact) {
    return switch (fact) {
      case Fact.EntryFact entry -> of(entry.entry());
      case Fact.RequirementFact requirement -> {
        Requirement requires = requirement.requires();
        yield requires == null
            ? Stream.empty()
            : Stream.concat(requires.exams(), requires.certifications());
      }
      case Fact.TextFact _ -> Stream.empty();
    };
  }

  private static Stream<String> of(Entry entry) {
    return switch (entry) {
      case Exam exam ->
          Stream.concat(exam.relatedCertifications().stream(), exam.relatedExams().stream());
      case Certification page ->
          Stream.concat(page.exams().stream(), page.prerequisites().stream());
      case Renewal renewal -> Stream.of(renewal.certificationUid());
      case Role role -> role.certifications().stream();
    };
  }
}
