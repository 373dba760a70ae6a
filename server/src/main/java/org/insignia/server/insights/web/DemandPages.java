package org.insignia.server.insights.web;

import java.util.Comparator;
import java.util.UUID;
import org.insignia.server.insights.market.Demand;
import org.insignia.server.insights.web.DemandPage.Row;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An issuer sees who hires for its badges, and decides whether its earners do. */
@Controller
class DemandPages {
  private final StaffDoor door;
  private final Demand demand;

  DemandPages(StaffDoor door, Demand demand) {
    this.door = door;
    this.demand = demand;
  }

  @GetMapping("/console/{slug}/demand")
  ModelAndView demand(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var rows =
        demand.of(organisation).stream()
            .map(line -> row(line, shell))
            .sorted(Comparator.comparingLong(Row::openings).reversed().thenComparing(Row::name))
            .toList();
    return View.of(
        "insights/demand",
        new DemandPage(
            "/console/" + slug + "/demand",
            organisation.name(),
            rows,
            door.may(shell, organisation, Role.ADMIN)));
  }

  private static Row row(Demand.Line line, Shell shell) {
    var achievement = line.achievement();
    return new Row(
        achievement.id().value(),
        achievement.words(shell.language()).name(),
        line.skills(),
        line.openings(),
        line.shown());
  }

  @PostMapping("/console/{slug}/demand/{achievement}")
  ModelAndView choose(
      @PathVariable String slug,
      @PathVariable UUID achievement,
      @RequestParam(defaultValue = "") String insights,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    demand.show(StaffDoor.actor(shell), organisation, achievement, !insights.equals("off"));
    return SeeOther.at(shell.link("/console/" + slug + "/demand"));
  }
}
