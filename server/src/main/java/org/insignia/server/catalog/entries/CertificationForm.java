package org.insignia.server.catalog.entries;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.EntryEdit;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.staff.Typed;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a form says of a certification, as it was typed; its requirement is a {@link Tree}.
 *
 * @param type word of the programme: decides the form of the badge and how long it is valid
 * @param level word of the level: decides the metal; empty where there is none
 */
public record CertificationForm(
    Map<Language, String> titles, String type, String level, String retirement, boolean legacy) {
  static final String TYPE = "[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,39}";

  /** Words of levels, lowest first. */
  public static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");

  public CertificationForm {
    titles = Map.copyOf(titles);
  }

  static CertificationForm empty() {
    return new CertificationForm(Map.of(), "", "", "", false);
  }

  /** What a certification says. */
  public static CertificationForm of(Certification certification, Map<Language, String> titles) {
    var day = certification.retirement();
    return new CertificationForm(
        titles,
        certification.type(),
        certification.levels().stream().filter(LEVELS::contains).findFirst().orElse(""),
        day == null ? "" : day.toString(),
        certification.legacy());
  }

  static CertificationForm read(MultiValueMap<String, String> form) {
    return new CertificationForm(
        Titles.read(form),
        Typed.line(form, "type"),
        Typed.line(form, "level"),
        Typed.line(form, "retirement"),
        form.containsKey("legacy"));
  }

  /** The title in a language, as typed. */
  public String title(Language language) {
    return titles.getOrDefault(language, "");
  }

  /** A certification that is not there yet, for sentences on its requirement. */
  Certification blank() {
    return new Certification(
        "",
        "",
        EntryEdit.title(titles),
        type,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        "",
        null,
        legacy,
        null,
        Basis.INCOMPLETE);
  }

  /**
   * What is wished, if all of it is right.
   *
   * @param old what is changed; null where it is new
   */
  Optional<EntryEdit> edit(
      @Nullable Certification old, Tree tree, CatalogVersion catalog, Complaints complaints) {
    var faults = new Heard(complaints);
    Titles.check(titles, faults);
    var day = Titles.day(retirement, faults);
    if (!type.matches(TYPE)) {
      faults.add("type", "entries.type-wrong");
    }
    if (!level.isEmpty() && !LEVELS.contains(level)) {
      faults.add("level", "achievements.choose");
    }
    var requires = tree.requirement();
    if ((requires.isEmpty() && !tree.isEmpty()) || tree.isTooLarge()) {
      faults.add("tree", "entries.tree-wrong");
    }
    if (!faults.none()) {
      return Optional.empty();
    }
    return Optional.of(
        new EntryEdit(
            old == null ? made(catalog, day, requires) : changed(old, day, requires),
            titles,
            requires.orElse(null)));
  }

  private Certification made(
      CatalogVersion catalog, @Nullable LocalDate day, Optional<Requirement> requires) {
    var some = UUID.randomUUID().toString().substring(0, 8);
    var slug = Titles.slug(EntryEdit.title(titles), some);
    var known = catalog.knows("certification." + slug);
    var free = known ? slug + "-" + some : slug;
    return new Certification(
        "certification." + free,
        free,
        EntryEdit.title(titles),
        type,
        level.isEmpty() ? List.of() : List.of(level),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        "",
        day,
        legacy,
        requires.orElse(null),
        basis(requires));
  }

  private Certification changed(
      Certification old, @Nullable LocalDate day, Optional<Requirement> requires) {
    return new Certification(
        old.uid(),
        old.slug(),
        EntryEdit.title(titles),
        type,
        level.isEmpty() ? List.of() : List.of(level),
        old.roles(),
        old.products(),
        old.exams(),
        old.prerequisites(),
        old.renewalUid(),
        old.iconUrl(),
        day,
        legacy,
        requires.orElse(null),
        basis(requires));
  }

  private static Basis basis(Optional<Requirement> requires) {
    return requires.isPresent() ? Basis.STATED : Basis.INCOMPLETE;
  }
}
