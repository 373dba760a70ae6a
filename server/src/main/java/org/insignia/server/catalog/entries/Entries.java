package org.insignia.server.catalog.entries;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.EntryEdit;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.insignia.server.catalog.wording.EntryWords;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Exams, certifications and rules as staff want them, for pages and programs alike: tried on
 * everybody's results, or laid down. Who may is asked at the door. What is wrong is told to the
 * complaints, and nothing is done.
 */
@Component
public class Entries {
  private final Catalog catalog;
  private final CatalogImports imports;
  private final Foresight foresight;

  Entries(Catalog catalog, CatalogImports imports, Foresight foresight) {
    this.catalog = catalog;
    this.imports = imports;
    this.foresight = foresight;
  }

  /** Titles that staff gave an entry, else the catalogue's and what its sources have translated. */
  public Map<Language, String> titles(Organisation organisation, String uid, String title) {
    Map<Language, String> own = catalog.titlesByHand(organisation.id(), uid);
    if (!own.isEmpty()) {
      return own;
    }
    Map<String, EntryText> texts = catalog.texts(organisation.id(), uid);
    Map<Language, String> titles = new EnumMap<>(Language.class);
    for (var language : Language.all()) {
      EntryWords.title(texts, language).ifPresent(known -> titles.put(language, known));
    }
    Optional.of(title).filter(t -> !t.isEmpty()).ifPresent(t -> titles.put(Language.EN, t));
    return titles;
  }

  /**
   * Makes or changes an exam; from then on imports leave it as it is.
   *
   * @param old what is changed; null where it is new
   * @return its uid; empty where something is wrong
   */
  public Optional<String> saveExam(
      String actor,
      Organisation organisation,
      @Nullable Exam old,
      ExamForm form,
      Complaints complaints) {
    return form.edit(old, catalog.current(organisation.id()), complaints)
        .filter(edit -> isSaved(actor, organisation, edit, "code", complaints))
        .map(edit -> edit.entry().uid());
  }

  /** As {@link #saveExam}, a certification. */
  public Optional<String> saveCertification(
      String actor,
      Organisation organisation,
      @Nullable Certification old,
      CertificationWish wish,
      Complaints complaints) {
    return wish.form()
        .edit(old, wish.tree(), catalog.current(organisation.id()), complaints)
        .filter(edit -> isSaved(actor, organisation, edit, "tree", complaints))
        .map(edit -> edit.entry().uid());
  }

  private boolean isSaved(
      String actor,
      Organisation organisation,
      EntryEdit edit,
      String field,
      Complaints complaints) {
    var problems = imports.edit(actor, organisation.id(), edit);
    problems.stream()
        .findFirst()
        .ifPresent(first -> complaints.add(field, "catalog.problem." + first.reason().name()));
    return problems.isEmpty();
  }

  /**
   * What saving a certification would do to everybody; nothing is changed.
   *
   * @return empty where something is wrong
   */
  public Optional<Foresight.Effect> tryCertification(
      Organisation organisation,
      @Nullable Certification old,
      CertificationWish wish,
      Complaints complaints) {
    var version = catalog.current(organisation.id());
    var edit = wish.form().edit(old, wish.tree(), version, complaints);
    if (edit.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(foresight.of(organisation.id(), version.with(edit.get().entry())));
    } catch (IllegalArgumentException circle) {
      // A catalogue in which certifications need each other cannot even be thought of.
      complaints.add("tree", "catalog.problem." + Reason.CIRCULAR.name());
      return Optional.empty();
    }
  }

  /**
   * Lays down other rules.
   *
   * @return whether it was done
   */
  public boolean saveRules(
      String actor, Organisation organisation, RulesForm form, Complaints complaints) {
    var rules = form.rules(catalog.current(organisation.id()), complaints);
    rules.ifPresent(wanted -> catalog.setRules(actor, organisation.id(), wanted));
    return rules.isPresent();
  }

  /** What other rules would do to everybody; empty where something is wrong with them. */
  public Optional<Foresight.Effect> tryRules(
      Organisation organisation, RulesForm form, Complaints complaints) {
    var version = catalog.current(organisation.id());
    return form.rules(version, complaints)
        .map(rules -> foresight.of(organisation.id(), version.under(rules)));
  }

  /**
   * Lets imports change an entry again; what stands in it stays until one does.
   *
   * @throws Problem.NotFound if the catalogue has no such entry
   */
  public void letGo(String actor, Organisation organisation, String uid) {
    var version = catalog.current(organisation.id());
    if (version.exam(uid).isEmpty() && version.certification(uid).isEmpty()) {
      throw new Problem.NotFound("no " + uid + " in this catalogue");
    }
    imports.letGo(actor, organisation.id(), uid);
  }
}
