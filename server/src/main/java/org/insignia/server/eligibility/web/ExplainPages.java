package org.insignia.server.eligibility.web;

import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Why a badge, or why not. Names people, so that the role issuer is needed. */
@Controller
final class ExplainPages {
  private final StaffDoor door;
  private final ExplainView view;

  ExplainPages(StaffDoor door, ExplainView view) {
    this.door = door;
    this.view = view;
  }

  @GetMapping("/console/{slug}/explain")
  ModelAndView explain(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String what,
      Shell shell) {
    Organisation organisation = door.enter(shell, slug, Role.ISSUER);
    return View.of("eligibility/explain", view.of(organisation, who.strip(), what.strip()));
  }
}
