package org.insignia.server.console.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.search.FoundPerson;
import org.insignia.server.results.search.PeopleSearch;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who took exams or got badges of an organisation: everybody, those looked for, and one of them.
 */
@Controller
class PeoplePages {
  private static final int ON_A_PAGE = 50;

  private final StaffDoor door;
  private final PeopleSearch people;
  private final Timelines timelines;

  PeoplePages(StaffDoor door, PeopleSearch people, Timelines timelines) {
    this.door = door;
    this.people = people;
    this.timelines = timelines;
  }

  @GetMapping("/console/{slug}/people")
  ModelAndView list(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    boolean all = q.isBlank();
    var last = all ? id(after) : Optional.<UUID>empty();
    var found =
        all
            ? people.all(organisation.id(), last, ON_A_PAGE + 1)
            : people.find(organisation.id(), q, ON_A_PAGE + 1);
    var shown = found.stream().limit(ON_A_PAGE).toList();
    boolean more = found.size() > ON_A_PAGE;
    var path = path(slug);
    return View.of(
        "console/people",
        new PeoplePage(
            slug,
            organisation.name(),
            q.strip(),
            shown.stream().map(person -> row(path, person)).toList(),
            more,
            all && more ? shell.link(path + "?after=" + shown.getLast().id().value()) : "",
            last.isEmpty()));
  }

  private static String path(String slug) {
    return "/console/" + slug + "/people";
  }

  private static Optional<UUID> id(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static PeoplePage.Row row(String path, FoundPerson person) {
    return new PeoplePage.Row(
        path + "/" + person.dossier().value(),
        person.name(),
        person.address(),
        person.provider(),
        person.number());
  }

  @GetMapping("/console/{slug}/people/{id}")
  ModelAndView one(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var dossier = new DossierId(id);
    var standing =
        people
            .standing(organisation.id(), dossier)
            .orElseThrow(() -> new Problem.NotFound("person " + id));
    if (!standing.equals(dossier)) {
      return SeeOther.at(shell.link(path(slug) + "/" + standing.value()));
    }
    List<PersonPage.Record> records = timelines.records(dossier);
    return View.of(
        "console/person",
        new PersonPage(
            slug,
            organisation.name(),
            records.isEmpty() ? shell.t("console.person.nobody") : records.getFirst().name(),
            records,
            door.may(shell, organisation, Role.ISSUER),
            timelines.bounces(dossier),
            timelines.of(organisation, dossier, shell)));
  }
}
