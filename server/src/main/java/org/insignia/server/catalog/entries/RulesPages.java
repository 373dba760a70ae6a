package org.insignia.server.catalog.entries;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.staff.Faults;
import org.insignia.server.catalog.staff.Typed;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
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

/** The rules by which results become badges: seen, tried on everybody's results, laid down. */
@Controller
class RulesPages {
  private static final String RULES = "/console/{slug}/rules";

  private final StaffDoor door;
  private final Catalog catalog;
  private final Entries entries;

  RulesPages(StaffDoor door, Catalog catalog, Entries entries) {
    this.door = door;
    this.catalog = catalog;
    this.entries = entries;
  }

  @GetMapping(RULES)
  ModelAndView rules(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var version = catalog.current(organisation.id());
    var form = RulesForm.of(version.rules(), version);
    return page(
        new Case(organisation, version, shell),
        form,
        null,
        done.equals("saved"),
        new Faults(shell));
  }

  @PostMapping(RULES)
  ModelAndView change(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var version = catalog.current(organisation.id());
    var form = RulesForm.read(sent);
    var about = new Case(organisation, version, shell);
    var faults = new Faults(shell);
    if (!Typed.line(sent, "do").equals("save")) {
      var effect = entries.tryRules(organisation, form, faults);
      return page(about, form, effect.orElse(null), false, faults);
    }
    return entries.saveRules(StaffDoor.actor(shell), organisation, form, faults)
        ? SeeOther.at(shell.link("/console/" + slug + "/rules?done=saved"))
        : page(about, form, null, false, faults);
  }

  /** What a request is about. */
  private record Case(Organisation organisation, CatalogVersion version, Shell shell) {}

  private ModelAndView page(
      Case about, RulesForm form, Foresight.@Nullable Effect effect, boolean saved, Faults faults) {
    var organisation = about.organisation();
    var version = about.version();
    Map<String, String> titles = new LinkedHashMap<>();
    version.certifications().stream()
        .sorted(Comparator.comparing(Certification::title))
        .forEach(c -> titles.put(c.uid(), c.title()));
    return faults.page(
        "catalog/entries/rules",
        new RulesPage(
            organisation.slug(),
            organisation.name(),
            form,
            titles,
            effect,
            effect == null ? List.of() : rows(version, effect),
            door.may(about.shell(), organisation, Role.ADMIN),
            saved,
            faults));
  }

  static List<RulesPage.Row> rows(CatalogVersion version, Foresight.Effect effect) {
    var uids = new TreeSet<>(effect.given().keySet());
    uids.addAll(effect.kept().keySet());
    return uids.stream()
        .map(uid ->
            new RulesPage.Row(
                version
                    .certification(uid)
                    .map(Certification::title)
                    .or(() -> version.exam(uid).map(Exam::label))
                    .orElse(uid),
                effect.given().getOrDefault(uid, 0),
                effect.kept().getOrDefault(uid, 0)))
        .toList();
  }
}
