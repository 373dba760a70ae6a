package org.insignia.server.catalog.entries;

import java.util.Comparator;
import java.util.List;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.entries.CertificationPage.Choice;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
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

/** Certifications made and changed by hand, each with its requirement as a tree. */
@Controller
class CertificationPages {
  private static final String CERTIFICATION = "/console/{slug}/catalogue/certification";

  private final StaffDoor door;
  private final Catalog catalog;
  private final TreeView view;
  private final Entries entries;

  CertificationPages(StaffDoor door, Catalog catalog, TreeView view, Entries entries) {
    this.door = door;
    this.catalog = catalog;
    this.view = view;
    this.entries = entries;
  }

  /**
   * What a request is about.
   *
   * @param old what is changed; null where it is made now
   */
  private record Case(
      Organisation organisation, CatalogVersion version, @Nullable Certification old) {}

  private Case enter(Shell shell, String slug, String uid) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var version = catalog.current(organisation.id());
    var old =
        uid.isEmpty()
            ? null
            : version
                .certification(uid)
                .orElseThrow(() -> new Problem.NotFound("no certification " + uid));
    return new Case(organisation, version, old);
  }

  /**
   * @param uid of the certification; empty: a new one
   */
  @GetMapping(CERTIFICATION)
  ModelAndView form(
      @PathVariable String slug, @RequestParam(defaultValue = "") String uid, Shell shell) {
    var about = enter(shell, slug, uid);
    var old = about.old();
    if (old == null) {
      return page(about, CertificationForm.empty(), Tree.empty(), null, new Faults(shell));
    }
    var requires = old.requires();
    var titles = entries.titles(about.organisation(), old.uid(), old.title());
    return page(
        about,
        CertificationForm.of(old, titles),
        requires == null ? Tree.empty() : Tree.of(requires),
        null,
        new Faults(shell));
  }

  /** Changes the tree on the page, says what saving would do, or saves. */
  @PostMapping(CERTIFICATION)
  ModelAndView change(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, Shell shell) {
    var about = enter(shell, slug, Typed.line(sent, "uid"));
    var form = CertificationForm.read(sent);
    var tree = Tree.read(sent);
    var faults = new Faults(shell);
    var what = Typed.line(sent, "do");
    if (!what.equals("save") && !what.equals("check")) {
      rearrange(tree, what, sent, faults);
      return page(about, form, tree, null, faults);
    }
    var organisation = about.organisation();
    var wish = new CertificationWish(form, tree);
    if (what.equals("check")) {
      var effect = entries.tryCertification(organisation, about.old(), wish, faults);
      return page(about, form, tree, effect.orElse(null), faults);
    }
    return entries
        .saveCertification(StaffDoor.actor(shell), organisation, about.old(), wish, faults)
        .map(uid -> SeeOther.at(shell.link(Entrance.entry(organisation, uid) + "?done=saved")))
        .orElseGet(() -> page(about, form, tree, null, faults));
  }

  private static void rearrange(
      Tree tree, String what, MultiValueMap<String, String> sent, Faults faults) {
    var where = Typed.line(sent, "where");
    int group = where.matches("\\d{1,3}") ? Integer.parseInt(where) : 0;
    boolean done =
        switch (what) {
          case "add-exam" -> added(tree, group, Tree.Kind.EXAM, Typed.line(sent, "exam"));
          case "add-certification" ->
              added(tree, group, Tree.Kind.CERTIFICATION, Typed.line(sent, "held"));
          case "add-group" -> tree.add(group, Tree.Kind.ANY, "");
          default -> {
            if (what.matches("(up|down|in|out|remove)-\\d{1,3}")) {
              int dash = what.indexOf('-');
              tree.move(Integer.parseInt(what.substring(dash + 1)), what.substring(0, dash));
            }
            yield true;
          }
        };
    if (!done) {
      faults.add("add", "entries.tree-not-added", Tree.DEEPEST, Tree.MOST_NODES);
    }
  }

  private static boolean added(Tree tree, int group, Tree.Kind kind, String uid) {
    return !uid.isEmpty() && tree.add(group, kind, uid);
  }

  private ModelAndView page(
      Case about,
      CertificationForm form,
      Tree tree,
      Foresight.@Nullable Effect effect,
      Faults faults) {
    var old = about.old();
    var organisation = about.organisation();
    var version = about.version();
    var twig = view.twig(tree, version);
    var like = old == null ? form.blank() : old;
    return faults.page(
        "catalog/entries/certification",
        new CertificationPage(
            organisation.slug(),
            organisation.name(),
            old == null ? "" : old.uid(),
            old == null
                ? Entrance.catalogue(organisation)
                : Entrance.entry(organisation, old.uid()),
            form,
            version.certifications().stream().map(Certification::type).distinct().sorted().toList(),
            TreeView.nodes(tree),
            twig,
            view.groups(twig),
            version.exams().stream()
                .map(exam -> new Choice(exam.uid(), exam.label()))
                .sorted(Comparator.comparing(Choice::label))
                .toList(),
            others(version, old),
            view.sentences(tree, like, version),
            effect,
            faults));
  }

  private static List<Choice> others(CatalogVersion version, @Nullable Certification old) {
    return version.certifications().stream()
        .filter(c -> old == null || !c.uid().equals(old.uid()))
        .map(c -> new Choice(c.uid(), c.title()))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }
}
