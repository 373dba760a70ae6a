package org.insignia.server.transcripts.record;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.results.TakenExam;
import org.springframework.stereotype.Component;

/** Looks up what all that a transcript names is called, once per organisation. */
@Component
final class NameBook {
  private final Catalog catalog;
  private final Organisations organisations;

  NameBook(Catalog catalog, Organisations organisations) {
    this.catalog = catalog;
    this.organisations = organisations;
  }

  Map<OrganisationId, Names> of(
      Facts facts, Map<OrganisationId, List<Explanation>> begun, Language language) {
    Set<OrganisationId> involved = new LinkedHashSet<>(facts.exams().keySet());
    facts.achievements().values().forEach(achievement -> involved.add(achievement.organisation()));
    Map<OrganisationId, Names> names = new HashMap<>();
    for (OrganisationId organisation : involved) {
      CatalogVersion version = catalog.current(organisation);
      Set<String> uids = new LinkedHashSet<>();
      for (TakenExam exam : facts.exams().getOrDefault(organisation, List.of())) {
        uids.add(version.uid(exam.examUid()));
        version.exam(exam.examUid()).ifPresent(known -> uids.addAll(gives(version, known)));
      }
      begun
          .getOrDefault(organisation, List.of())
          .forEach(explanation -> uids(explanation).forEach(uids::add));
      names.put(
          organisation,
          new Names(
              organisations.get(organisation),
              version,
              catalog.titles(organisation, uids, language)));
    }
    return names;
  }

  /** Uids of certifications that an exam gives or counts for. */
  static List<String> gives(CatalogVersion version, Exam exam) {
    return switch (version.badge(exam)) {
      case ExamBadge.Given given -> given.certifications();
      case ExamBadge.CertificationInstead instead -> instead.certifications();
      case ExamBadge.None _ -> List.of();
    };
  }

  private static Stream<String> uids(Explanation explanation) {
    Node tree = explanation.tree();
    Stream<String> own = Stream.of(explanation.uid());
    return tree == null ? own : Stream.concat(own, uids(tree));
  }

  private static Stream<String> uids(Node node) {
    return Stream.concat(Stream.of(node.uid()), node.parts().stream().flatMap(NameBook::uids));
  }
}
