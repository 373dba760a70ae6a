package org.insignia.server.sharing.counts.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.counts.Reach;
import org.insignia.server.sharing.counts.Reach.Sums;
import org.insignia.server.sharing.counts.web.ReachPage.Form;
import org.insignia.server.sharing.counts.web.ReachPage.Row;
import org.insignia.server.sharing.share.OrganisationLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How far an issuer's badges went, and where else the issuer is known. */
@Controller
final class ReachPages {
  private final StaffDoor door;
  private final Achievements achievements;
  private final Reach reach;
  private final OrganisationLinks links;

  ReachPages(StaffDoor door, Achievements achievements, Reach reach, OrganisationLinks links) {
    this.door = door;
    this.achievements = achievements;
    this.reach = reach;
    this.links = links;
  }

  @GetMapping("/console/{slug}/reach")
  ModelAndView reach(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "") String saved,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var number = links.linkedIn(organisation.id()).map(Object::toString).orElse("");
    return View.of(
        "share/console",
        page(
            organisation,
            since.equals("ever"),
            new Form(number, saved.equals("yes"), false),
            shell));
  }

  @PostMapping("/console/{slug}/reach/linkedin")
  ModelAndView setLinkedIn(
      @PathVariable String slug, @RequestParam(defaultValue = "") String linkedin, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    try {
      links.setLinkedIn(StaffDoor.actor(shell), organisation.id(), linkedin);
    } catch (Problem.Invalid e) {
      return View.of(
          "share/console",
          page(organisation, false, new Form(linkedin, false, true), shell),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return SeeOther.at(shell.link("/console/" + slug + "/reach?saved=yes"));
  }

  private ReachPage page(Organisation organisation, boolean sinceEver, Form form, Shell shell) {
    var sums =
        sinceEver ? reach.ofIssuer(organisation.id()) : reach.ofIssuerLately(organisation.id());
    var rows = rows(organisation, sums, shell);
    boolean mayEdit = door.may(shell, organisation, Role.ADMIN);
    return new ReachPage(
        "/console/" + organisation.slug() + "/reach",
        organisation.name(),
        sinceEver,
        rows,
        total(rows),
        mayEdit,
        form);
  }

  private List<Row> rows(Organisation organisation, Map<AchievementId, Sums> sums, Shell shell) {
    return achievements.get(sums.keySet()).stream()
        .map(a ->
            new Row(
                a.words(shell.language()).name(),
                "/org/" + organisation.slug() + "/badge/" + a.slug(),
                sums.getOrDefault(a.id(), new Sums(0, 0, 0, 0))))
        .sorted(
            Comparator.comparing((Row r) -> -r.sums().views())
                .thenComparing(r -> -r.sums().shares())
                .thenComparing(Row::name))
        .toList();
  }

  private static Sums total(List<Row> rows) {
    return rows.stream()
        .map(Row::sums)
        .reduce(
            new Sums(0, 0, 0, 0),
            (a, b) ->
                new Sums(
                    a.views() + b.views(),
                    a.embeds() + b.embeds(),
                    a.shares() + b.shares(),
                    a.badges() + b.badges()));
  }
}
