package org.insignia.server.catalog.entries;

import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.staff.Faults;
import org.insignia.server.catalog.staff.Typed;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Exams made and changed by hand; and entries that imports may change again. */
@Controller
class ExamPages {
  private static final String EXAM = "/console/{slug}/catalogue/exam";

  private final StaffDoor door;
  private final Catalog catalog;
  private final Entries entries;

  ExamPages(StaffDoor door, Catalog catalog, Entries entries) {
    this.door = door;
    this.catalog = catalog;
    this.entries = entries;
  }

  /**
   * @param uid of the exam; empty: a new one
   */
  @GetMapping(EXAM)
  ModelAndView form(
      @PathVariable String slug, @RequestParam(defaultValue = "") String uid, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var old = find(organisation, uid);
    var form =
        old == null
            ? ExamForm.empty()
            : ExamForm.of(old, entries.titles(organisation, old.uid(), old.title()));
    return page(organisation, old, form, new Faults(shell));
  }

  private @Nullable Exam find(Organisation organisation, String uid) {
    return uid.isEmpty()
        ? null
        : catalog
            .current(organisation.id())
            .exam(uid)
            .orElseThrow(() -> new Problem.NotFound("no exam " + uid));
  }

  @PostMapping(EXAM)
  ModelAndView save(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var old = find(organisation, Typed.line(sent, "uid"));
    var form = ExamForm.read(sent);
    var faults = new Faults(shell);
    return entries
        .saveExam(StaffDoor.actor(shell), organisation, old, form, faults)
        .map(uid -> SeeOther.at(shell.link(Entrance.entry(organisation, uid) + "?done=saved")))
        .orElseGet(() -> page(organisation, old, form, faults));
  }

  private static ModelAndView page(
      Organisation organisation, @Nullable Exam old, ExamForm form, Faults faults) {
    return faults.page(
        "catalog/entries/exam",
        new ExamPage(
            organisation.slug(),
            organisation.name(),
            old == null ? "" : old.uid(),
            old == null
                ? Entrance.catalogue(organisation)
                : Entrance.entry(organisation, old.uid()),
            form,
            faults));
  }

  /** Lets imports change an entry again. */
  @PostMapping("/console/{slug}/catalogue/let-go")
  ModelAndView letGo(@PathVariable String slug, @RequestParam String uid, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    entries.letGo(StaffDoor.actor(shell), organisation, uid);
    return SeeOther.at(shell.link(Entrance.entry(organisation, uid) + "?done=let-go"));
  }
}
