package org.insignia.server.api.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** Entries of the catalogue as programs see them. */
final class EntryJson {
  private EntryJson() {}

  /**
   * An exam.
   *
   * @param gives {@code badge}, {@code certification} or {@code nothing}
   * @param legacy whether it never gives a badge of its own
   * @param titles by language; null in lists
   * @param byHand whether imports leave it as it is; null in lists
   */
  record Exam(
      String uid,
      String number,
      String title,
      List<String> levels,
      List<String> products,
      List<String> languages,
      List<String> providers,
      @Nullable LocalDate lastDay,
      String gives,
      boolean legacy,
      @Nullable Map<String, String> titles,
      @Nullable Boolean byHand) {}

  /**
   * A certification.
   *
   * @param requires null where it is not known, and nothing is decided
   * @param legacy whether it never gives a badge
   * @param titles by language; null in lists
   * @param byHand whether imports leave it as it is; null in lists
   */
  record Certification(
      String uid,
      String slug,
      String title,
      String type,
      List<String> levels,
      @Nullable LocalDate lastDay,
      @Nullable String validity,
      boolean decidable,
      @Nullable Needs requires,
      boolean legacy,
      @Nullable Map<String, String> titles,
      @Nullable Boolean byHand) {}

  /** What is told of a single entry beyond its line in a list. */
  record Kept(Map<Language, String> titles, boolean byHand) {
    private Map<String, String> byTag() {
      Map<String, String> byTag = new TreeMap<>();
      titles.forEach((language, title) -> byTag.put(language.tag(), title));
      return byTag;
    }
  }

  /** A requirement: an exam, a certification, or so many of several. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Needs(
      @Nullable String exam,
      @Nullable String certification,
      @Nullable Integer atLeast,
      @Nullable List<Needs> of) {}

  /** How passed exams become badges; periods as ISO 8601 writes them. */
  record Rules(
      int version,
      String examBadges,
      String singleExam,
      String lateResults,
      Map<String, String> validityByType,
      Map<String, String> validityByCertification,
      String renewalWindow) {}

  static Exam exam(
      org.insignia.server.catalog.model.Exam exam, CatalogVersion version, @Nullable Kept kept) {
    var gives =
        switch (version.badge(exam)) {
          case ExamBadge.Given given -> "badge";
          case ExamBadge.CertificationInstead instead -> "certification";
          case ExamBadge.None none -> "nothing";
        };
    return new Exam(
        exam.uid(),
        exam.number(),
        exam.title(),
        exam.levels(),
        exam.products(),
        exam.languages(),
        exam.providers(),
        exam.retirement(),
        gives,
        exam.legacy(),
        kept == null ? null : kept.byTag(),
        kept == null ? null : kept.byHand());
  }

  static Certification certification(
      org.insignia.server.catalog.model.Certification entry,
      CatalogVersion version,
      @Nullable Kept kept) {
    var requires = entry.requires();
    return new Certification(
        entry.uid(),
        entry.slug(),
        entry.title(),
        entry.type(),
        entry.levels(),
        version.lastDay(entry).orElse(null),
        version.rules().validity(entry).map(Period::toString).orElse(null),
        version.decidable(entry),
        requires == null ? null : needs(requires),
        entry.legacy(),
        kept == null ? null : kept.byTag(),
        kept == null ? null : kept.byHand());
  }

  private static Needs needs(Requirement requirement) {
    return switch (requirement) {
      case Requirement.ExamPassed passed -> new Needs(passed.uid(), null, null, null);
      case Requirement.CertificationHeld held -> new Needs(null, held.uid(), null, null);
      case Requirement.Combination all ->
          new Needs(null, null, all.needed(), all.of().stream().map(EntryJson::needs).toList());
    };
  }

  static Rules rules(CatalogVersion version) {
    var rules = version.rules();
    return new Rules(
        version.number(),
        word(rules.examBadges()),
        word(rules.singleExam()),
        word(rules.lateResults()),
        written(rules.validityByType()),
        written(rules.validityByUid()),
        rules.renewalWindow().toString());
  }

  private static Map<String, String> written(Map<String, Period> periods) {
    Map<String, String> written = new TreeMap<>();
    periods.forEach((name, period) -> written.put(name, period.toString()));
    return written;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
