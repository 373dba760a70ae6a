package org.insignia.server.transcripts.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.eligibility.Explanation.Shape;
import org.insignia.server.organisations.Organisation;

/**
 * What an organisation calls its exams and certifications in one language.
 *
 * @param translated titles that differ from the catalogue's, by uid
 */
record Names(Organisation organisation, CatalogVersion catalog, Map<String, String> translated) {
  Names {
    translated = Map.copyOf(translated);
  }

  String certification(String uid) {
    String present = catalog.uid(uid);
    String english = catalog.certification(present).map(Certification::title).orElse(uid);
    return translated.getOrDefault(present, english);
  }

  /** Empty where no source gave one. */
  String exam(String uid) {
    String present = catalog.uid(uid);
    return translated.getOrDefault(present, catalog.exam(present).map(Exam::title).orElse(""));
  }

  String code(String uid, String otherwise) {
    return catalog.exam(uid).map(Exam::number).orElse(otherwise);
  }

  /** Code and title, as "MD-100: Windows 10". */
  String examLabel(String uid, String otherwise) {
    Optional<Exam> exam = catalog.exam(uid);
    String title = exam(uid);
    return exam.isEmpty()
        ? otherwise
        : title.isEmpty() ? exam.get().number() : exam.get().number() + ": " + title;
  }

  /** The same tree with its labels in this language. */
  Node named(Node node) {
    String label =
        switch (node.shape()) {
          case EXAM -> examLabel(node.uid(), node.label());
          case CERTIFICATION -> certification(node.uid());
          case ALL, ANY, AT_LEAST -> node.label();
        };
    return new Node(
        node.shape(),
        node.uid(),
        label,
        node.holds(),
        node.needed(),
        node.held(),
        node.since(),
        node.notes(),
        // What a certification needs in turn is told where that certification stands.
        node.shape() == Shape.CERTIFICATION
            ? List.of()
            : node.parts().stream().map(this::named).toList());
  }
}
