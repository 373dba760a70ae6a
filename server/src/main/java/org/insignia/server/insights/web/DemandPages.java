package org.insignia.server.insights.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.market.BadgeSkills;
import org.insignia.server.insights.market.Switches;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.insights.web.DemandPage.Row;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
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
  private final Achievements achievements;
  private final BadgeSkills skills;
  private final SkillTable table;
  private final JobSearch search;
  private final Switches switches;

  DemandPages(
      StaffDoor door,
      Achievements achievements,
      BadgeSkills skills,
      SkillTable table,
      JobSearch search,
      Switches switches) {
    this.door = door;
    this.achievements = achievements;
    this.skills = skills;
    this.table = table;
    this.search = search;
    this.switches = switches;
  }

  @GetMapping("/console/{slug}/demand")
  ModelAndView demand(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var all = achievements.all(organisation.id());
    var off = switches.off(all.stream().map(Achievement::id).toList());
    var asked = new LinkedHashMap<Achievement, Set<String>>();
    all.stream()
        .filter(Achievement::isOffered)
        .forEach(achievement -> asked.put(achievement, skills.of(achievement)));
    var openings = search.counts(asked.values());
    var rows =
        asked.entrySet().stream()
            .map(each ->
                row(
                    each.getKey(),
                    each.getValue(),
                    openings.getOrDefault(each.getValue(), 0L),
                    !off.contains(each.getKey().id()),
                    shell))
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

  private Row row(
      Achievement achievement, Set<String> asked, long openings, boolean shown, Shell shell) {
    List<String> names =
        asked.stream()
            .flatMap(skill -> table.find(skill).stream())
            .map(Skill::name)
            .collect(Collectors.toList());
    return new Row(
        achievement.id().value(),
        achievement.words(shell.language()).name(),
        names,
        openings,
        shown);
  }

  @PostMapping("/console/{slug}/demand/{achievement}")
  ModelAndView choose(
      @PathVariable String slug,
      @PathVariable UUID achievement,
      @RequestParam(defaultValue = "") String insights,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var id =
        achievements.all(organisation.id()).stream()
            .map(Achievement::id)
            .filter(each -> each.value().equals(achievement))
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("achievement " + achievement));
    switches.choose(StaffDoor.actor(shell), organisation.id(), id, insights.equals("off"));
    return SeeOther.at(shell.link("/console/" + slug + "/demand"));
  }
}
