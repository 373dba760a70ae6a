package org.insignia.server.insights.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.market.Held;
import org.insignia.server.insights.market.Outlooks;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.insights.web.InsightsPage.SkillLink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From a badge to those who hire for its skills; for the one who accepted it alone. */
@Controller
class InsightPages {
  private static final int TOP = 5;
  private static final int MORE = 50;

  private final Held held;
  private final SkillTable skills;
  private final JobSearch search;
  private final Outlooks outlooks;
  private final Clock clock;

  InsightPages(Held held, SkillTable skills, JobSearch search, Outlooks outlooks, Clock clock) {
    this.held = held;
    this.skills = skills;
    this.search = search;
    this.outlooks = outlooks;
    this.clock = clock;
  }

  @GetMapping("/home/badges/{id}/insights")
  ModelAndView badge(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      Shell shell) {
    return Reader.in(shell)
        .map(person -> {
          var badge = held.badge(person, id);
          return page(badge, badge.skills(), "", Asked.in(parameters), shell);
        })
        .orElseGet(() -> Reader.signInFirst("/home/badges/" + id + "/insights", request, shell));
  }

  @GetMapping("/home/badges/{id}/insights/{skill}")
  ModelAndView skill(
      @PathVariable UUID id,
      @PathVariable String skill,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      Shell shell) {
    return Reader.in(shell)
        .map(person -> ofSkill(person, id, skill, parameters, shell))
        .orElseGet(() -> Reader.signInFirst("/home/badges/" + id + "/insights", request, shell));
  }

  private ModelAndView ofSkill(
      PersonId person,
      UUID id,
      String skill,
      MultiValueMap<String, String> parameters,
      Shell shell) {
    var badge = held.badge(person, id);
    if (!badge.skills().contains(skill)) {
      throw new Problem.NotFound("skill " + skill + " of badge " + id);
    }
    return page(badge, Set.of(skill), skill, Asked.in(parameters), shell);
  }

  private ModelAndView page(
      Held.Badge badge, Set<String> of, String skill, Asked given, Shell shell) {
    // What narrows the postings down to one employer or word belongs to the search.
    var asked =
        given.without("skill", "also", "badge", "employer", "title", "pay", "q", "where", "page");
    var base = "/home/badges/" + badge.id() + "/insights";
    var path = skill.isEmpty() ? base : base + "/" + skill;
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    boolean more = !asked.get("more").isEmpty();
    var state = asked.get("region").isEmpty() ? asked.get("area") : asked.get("region");
    var outlook = outlooks.of(asked.query(of, today), state, more ? MORE : TOP);
    var jobs =
        asked
            .without("more", "area")
            .with("where", asked.get("area"))
            .with("badge", badge.id().toString())
            .with("skill", skill.isEmpty() ? List.of() : List.of(skill));
    var charts = new Charts(search, skills, shell, asked, jobs, path, TOP, MORE);
    return View.of(
        "insights/insights",
        new InsightsPage(
            path,
            badge.achievement().words(shell.language()).name(),
            asked.without("more").at(base),
            badge.off(),
            links(badge, asked.without("more"), base, skill),
            skill.isEmpty() ? "" : name(skill),
            asked,
            Wording.countries(asked.get("country"), shell),
            outlook.figures().openings(),
            charts.blocks(outlook),
            charts.pay(outlook.figures()),
            outlook.official().stream().map(wage -> Wording.official(wage, shell)).toList(),
            charts.trend(outlook),
            outlook.newest().stream()
                .map(job -> Wording.row(job, badge.id().toString(), shell))
                .toList(),
            shell.link(jobs.at("/home/jobs")),
            outlook.sources()));
  }

  private List<SkillLink> links(Held.Badge badge, Asked asked, String base, String here) {
    List<SkillLink> links = new ArrayList<>();
    for (var id : badge.skills()) {
      links.add(new SkillLink(name(id), asked.at(base + "/" + id), id.equals(here)));
    }
    return links;
  }

  private String name(String id) {
    return skills.find(id).map(Skill::name).orElse(id);
  }

  /** Names of skills by their ids. */
  static Map<String, String> names(SkillTable table) {
    return table.all().stream().collect(Collectors.toMap(Skill::id, Skill::name));
  }
}
