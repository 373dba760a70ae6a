package org.insignia.server.console.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.console.web.ConsolePage.House;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.organisations.staff.Invitations;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where staff begin: their organisations; the only one of those who have no other at once. */
@Controller
class ConsolePages {
  private static final int PER_PAGE = 30;

  private final Organisations organisations;
  private final Members members;
  private final Invitations invitations;
  private final Houses houses;
  private final Suspensions suspensions;

  ConsolePages(
      Organisations organisations,
      Members members,
      Invitations invitations,
      Houses houses,
      Suspensions suspensions) {
    this.suspensions = suspensions;
    this.houses = houses;
    this.organisations = organisations;
    this.members = members;
    this.invitations = invitations;
  }

  @GetMapping("/console")
  ModelAndView console(@RequestParam(defaultValue = "1") String page, Shell shell) {
    var person = StaffDoor.person(shell);
    int at = page.matches("\\d{1,5}") ? Math.max(1, Integer.parseInt(page)) : 1;
    var found = members.workplaces(person, (at - 1) * PER_PAGE, PER_PAGE + 1);
    if (found.isEmpty() && at > 1) {
      return SeeOther.at(shell.link("/console"));
    }
    var closed = suspensions.among(found.stream().map(w -> w.organisation().id()).toList());
    boolean single = at == 1 && found.size() == 1 && closed.isEmpty();
    var only =
        single ? houses.of(found.getFirst().organisation(), found.getFirst().role(), shell) : null;
    var several =
        single
            ? List.<House>of()
            : found.stream().limit(PER_PAGE).map(w -> house(w, closed)).toList();
    return View.of(
        "console/console",
        new ConsolePage(
            only,
            several,
            invited(new PersonId(person)),
            at > 1 ? path(at - 1) : "",
            found.size() > PER_PAGE ? path(at + 1) : "",
            members.isOperator(person)));
  }

  private static String path(int page) {
    return page == 1 ? "/console" : "/console?page=" + page;
  }

  private List<ConsolePage.Invited> invited(PersonId person) {
    var waiting = invitations.waitingFor(person);
    var names =
        organisations.get(waiting.stream().map(w -> w.organisation()).toList()).stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name));
    return waiting.stream()
        .map(w ->
            new ConsolePage.Invited(
                Objects.requireNonNull(names.get(w.organisation())), "/invitations/" + w.id()))
        .toList();
  }

  private static House house(Members.Workplace workplace, Set<OrganisationId> closed) {
    var organisation = workplace.organisation();
    return new House(
        organisation.slug(),
        organisation.name(),
        "organisations.role." + workplace.role().name(),
        closed.contains(organisation.id()));
  }
}
