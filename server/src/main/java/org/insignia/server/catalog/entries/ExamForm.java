package org.insignia.server.catalog.entries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.EntryEdit;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamCode;
import org.insignia.server.catalog.staff.Typed;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a form says of an exam, as it was typed.
 *
 * @param code by which candidates and providers know it
 * @param retirement the last day on which it can be taken, as typed; empty while there is none
 */
public record ExamForm(
    String code, Map<Language, String> titles, String retirement, boolean legacy) {
  /** Longest code, in code points. */
  public static final int LONGEST_CODE = 40;

  public ExamForm {
    titles = Map.copyOf(titles);
  }

  static ExamForm empty() {
    return new ExamForm("", Map.of(), "", false);
  }

  /** What an exam says. */
  public static ExamForm of(Exam exam, Map<Language, String> titles) {
    var day = exam.retirement();
    return new ExamForm(exam.number(), titles, day == null ? "" : day.toString(), exam.legacy());
  }

  static ExamForm read(MultiValueMap<String, String> form) {
    return new ExamForm(
        Typed.line(form, "code"),
        Titles.read(form),
        Typed.line(form, "retirement"),
        form.containsKey("legacy"));
  }

  /** The title in a language, as typed. */
  public String title(Language language) {
    return titles.getOrDefault(language, "");
  }

  /**
   * What is wished, if all of it is right.
   *
   * @param old what is changed; null where it is new
   */
  Optional<EntryEdit> edit(@Nullable Exam old, CatalogVersion catalog, Complaints complaints) {
    var faults = new Heard(complaints);
    Titles.check(titles, faults);
    var day = Titles.day(retirement, faults);
    var key = ExamCode.key(code);
    if (key.isEmpty()) {
      faults.add("code", "entries.code-missing");
    } else if (Typed.length(code) > LONGEST_CODE) {
      faults.add("code", "achievements.too-long", LONGEST_CODE, Typed.length(code));
    } else {
      catalog
          .examByCode(code)
          .filter(other -> old == null || !other.uid().equals(old.uid()))
          .ifPresent(other -> faults.add("code", "entries.code-taken", other.label()));
    }
    if (!faults.none()) {
      return Optional.empty();
    }
    var title = EntryEdit.title(titles);
    var exam =
        old == null
            ? new Exam(
                uid(catalog),
                code,
                title,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                day,
                List.of(),
                List.of(),
                false,
                legacy)
            : new Exam(
                old.uid(),
                code,
                title,
                old.levels(),
                old.roles(),
                old.products(),
                old.languages(),
                old.providers(),
                day,
                old.relatedCertifications(),
                old.relatedExams(),
                old.practiceTest(),
                legacy);
    return Optional.of(new EntryEdit(exam, titles, null));
  }

  private String uid(CatalogVersion catalog) {
    var wanted = "exam." + Titles.slug(code, UUID.randomUUID().toString().substring(0, 8));
    return catalog.knows(wanted)
        ? wanted + "-" + UUID.randomUUID().toString().substring(0, 8)
        : wanted;
  }
}
