package org.insignia.server.catalog.wording;

import java.text.ListFormat;
import java.util.List;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.springframework.stereotype.Component;

/** Says a requirement tree as one sentence; a group within a list stands in brackets. */
@Component
public final class RequirementSentences {
  private final Texts texts;

  RequirementSentences(Texts texts) {
    this.texts = texts;
  }

  /** How an exam's own badge is earned. */
  public String of(Exam exam, Language language) {
    return texts.text(language, "catalog.criteria.exam", exam(exam, language));
  }

  /** How a certification is earned; says so where that is not known. */
  public String of(Certification certification, CatalogVersion catalog, Language language) {
    Requirement requires = certification.requires();
    if (requires == null) {
      return texts.text(language, "catalog.criteria.undecided");
    }
    return texts.text(
        language, "catalog.criteria.certification", part(requires, catalog, language));
  }

  /** A part of a tree as it stands within a sentence. */
  public String part(Requirement requirement, CatalogVersion catalog, Language language) {
    return switch (requirement) {
      case Requirement.ExamPassed passed ->
          catalog
              .exam(passed.uid())
              .map(exam -> exam(exam, language))
              .orElseGet(() -> texts.text(language, "catalog.part.unknown", passed.uid()));
      case Requirement.CertificationHeld held ->
          catalog
              .certification(held.uid())
              .map(c -> texts.text(language, "catalog.part.certification", c.title()))
              .orElseGet(() -> texts.text(language, "catalog.part.unknown", held.uid()));
      case Requirement.Combination combination -> combination(combination, catalog, language);
    };
  }

  private String exam(Exam exam, Language language) {
    return exam.title().isEmpty()
        ? texts.text(language, "catalog.part.exam.untitled", exam.number())
        : texts.text(language, "catalog.part.exam", exam.number(), exam.title());
  }

  private String combination(
      Requirement.Combination combination, CatalogVersion catalog, Language language) {
    List<String> parts =
        combination.of().stream()
            .map(part ->
                part instanceof Requirement.Combination inner && inner.op() == Requirement.Op.ALL
                    ? "(" + part(part, catalog, language) + ")"
                    : part(part, catalog, language))
            .toList();
    return switch (combination.op()) {
      case ALL -> join(parts, ListFormat.Type.STANDARD, language);
      case ANY ->
          texts.text(language, "catalog.part.any", join(parts, ListFormat.Type.OR, language));
      case AT_LEAST ->
          texts.text(
              language,
              "catalog.part.atLeast",
              combination.needed(),
              join(parts, ListFormat.Type.STANDARD, language));
    };
  }

  private static String join(List<String> parts, ListFormat.Type type, Language language) {
    return parts.size() == 1
        ? parts.getFirst()
        : ListFormat.getInstance(language.locale(), type, ListFormat.Style.FULL).format(parts);
  }
}
