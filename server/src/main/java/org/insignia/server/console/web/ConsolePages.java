package org.insignia.server.console.web;

import java.util.List;
import java.util.Locale;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.console.web.ConsolePage.House;
import org.insignia.server.console.web.ConsolePage.Room;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.staff.Invitations;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where staff begin: their organisations, and in each the places to work in. */
@Controller
class ConsolePages {
  private final Organisations organisations;
  private final Members members;
  private final Invitations invitations;

  ConsolePages(Organisations organisations, Members members, Invitations invitations) {
    this.organisations = organisations;
    this.members = members;
    this.invitations = invitations;
  }

  @GetMapping("/console")
  ModelAndView console(Shell shell) {
    var viewer = shell.viewer();
    if (viewer == null) {
      return SeeOther.at(shell.link("/sign-in"));
    }
    var houses =
        members.organisationsOf(viewer.id()).stream().map(id -> house(id, viewer.id())).toList();
    var invited =
        invitations.waitingFor(new PersonId(viewer.id())).stream()
            .map(w ->
                new ConsolePage.Invited(
                    organisations.get(w.organisation()).name(), "/invitations/" + w.id()))
            .toList();
    return View.of(
        "console/console", new ConsolePage(houses, invited, members.isOperator(viewer.id())));
  }

  private House house(OrganisationId id, java.util.UUID person) {
    Organisation organisation = organisations.get(id);
    var role = members.roleOf(person, id).orElseThrow();
    var stem = "/console/" + organisation.slug();
    return new House(
        organisation.slug(),
        organisation.name(),
        "organisations.role." + role.name().toUpperCase(Locale.ROOT),
        List.of(
            new Room("console.room.catalogue", stem + "/catalogue"),
            new Room("console.room.results", stem + "/results"),
            new Room("console.room.badges", stem + "/badges"),
            new Room("console.room.certificates", stem + "/certificates"),
            new Room("console.room.corrections", stem + "/corrections"),
            new Room("console.room.reminders", stem + "/reminders"),
            new Room("console.room.merges", stem + "/merges"),
            new Room("console.room.explain", stem + "/explain"),
            new Room("console.room.reach", stem + "/reach"),
            new Room("console.room.demand", stem + "/demand"),
            new Room("console.room.members", stem + "/members")));
  }
}
