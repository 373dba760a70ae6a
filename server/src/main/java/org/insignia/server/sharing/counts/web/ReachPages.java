package org.insignia.server.sharing.counts.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.platform.web.Viewer;
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
  private final Organisations organisations;
  private final Members members;
  private final Achievements achievements;
  private final Reach reach;
  private final OrganisationLinks links;

  ReachPages(
      Organisations organisations,
      Members members,
      Achievements achievements,
      Reach reach,
      OrganisationLinks links) {
    this.organisations = organisations;
    this.members = members;
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
    if (!shell.signedIn()) {
      return SeeOther.at(shell.link("/sign-in"));
    }
    var organisation = enter(slug, Role.VIEWER, shell);
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
    var organisation = enter(slug, Role.ADMIN, shell);
    try {
      links.setLinkedIn("person:" + viewer(shell).id(), organisation.id(), linkedin);
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
    boolean mayEdit =
        members
            .roleOf(viewer(shell).id(), organisation.id())
            .filter(r -> r.includes(Role.ADMIN))
            .isPresent();
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

  /** Strangers do not learn that there is such an organisation. */
  private Organisation enter(String slug, Role needed, Shell shell) {
    var organisation =
        organisations.find(slug).orElseThrow(() -> new Problem.NotFound("nothing here for you"));
    members.require(viewer(shell).id(), organisation.id(), needed);
    return organisation;
  }

  private static Viewer viewer(Shell shell) {
    var viewer = shell.viewer();
    if (viewer == null) {
      throw new Problem.NotFound("nothing here for you");
    }
    return viewer;
  }
}
