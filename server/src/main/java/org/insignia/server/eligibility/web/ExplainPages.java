package org.insignia.server.eligibility.web;

import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.platform.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Why a badge, or why not. Names people, so that the role issuer is needed. */
@Controller
final class ExplainPages {
  private final Organisations organisations;
  private final Members members;
  private final ExplainView view;

  ExplainPages(Organisations organisations, Members members, ExplainView view) {
    this.organisations = organisations;
    this.members = members;
    this.view = view;
  }

  @GetMapping("/console/{slug}/explain")
  ModelAndView explain(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String what,
      Shell shell) {
    Viewer viewer = shell.viewer();
    if (viewer == null) {
      return SeeOther.at(shell.link("/sign-in"));
    }
    Organisation organisation =
        organisations.find(slug).orElseThrow(() -> new Problem.NotFound("nothing here for you"));
    members.require(viewer.id(), organisation.id(), Role.ISSUER);
    return View.of("eligibility/explain", view.of(organisation, who.strip(), what.strip()));
  }
}
