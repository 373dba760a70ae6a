package org.insignia.server.console.web;

import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The home of one organisation. */
@Controller
class HousePages {
  private final StaffDoor door;
  private final Members members;
  private final Houses houses;

  HousePages(StaffDoor door, Members members, Houses houses) {
    this.door = door;
    this.members = members;
    this.houses = houses;
  }

  @GetMapping("/console/{slug}")
  ModelAndView home(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var role = members.roleOf(StaffDoor.person(shell), organisation.id()).orElse(Role.VIEWER);
    return View.of("console/house", houses.of(organisation, role, shell));
  }
}
