package org.insignia.server.insights.market;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.skill.Skill;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Who hires for an issuer's badges, and whether its earners are told; who may is asked before. */
@Component
public class Demand {
  private final Achievements achievements;
  private final BadgeSkills skills;
  private final SkillTable table;
  private final JobSearch search;
  private final Switches switches;

  Demand(
      Achievements achievements,
      BadgeSkills skills,
      SkillTable table,
      JobSearch search,
      Switches switches) {
    this.achievements = achievements;
    this.skills = skills;
    this.table = table;
    this.search = search;
    this.switches = switches;
  }

  /**
   * One achievement.
   *
   * @param skills that its badge stands for, by name
   * @param openings that ask for one of them
   * @param shown whether its earners see insights
   */
  public record Line(Achievement achievement, List<String> skills, long openings, boolean shown) {
    public Line {
      skills = List.copyOf(skills);
    }
  }

  /** Of all achievements that are offered. */
  public List<Line> of(Organisation organisation) {
    var all = achievements.all(organisation.id());
    var off = switches.off(all.stream().map(Achievement::id).toList());
    var asked = new LinkedHashMap<Achievement, Set<String>>();
    all.stream()
        .filter(Achievement::isOffered)
        .forEach(achievement -> asked.put(achievement, skills.of(achievement)));
    var openings = search.counts(asked.values());
    return asked.entrySet().stream()
        .map(each ->
            new Line(
                each.getKey(),
                names(each.getValue()),
                openings.getOrDefault(each.getValue(), 0L),
                !off.contains(each.getKey().id())))
        .toList();
  }

  private List<String> names(Set<String> asked) {
    return asked.stream().flatMap(skill -> table.find(skill).stream()).map(Skill::name).toList();
  }

  /**
   * Says whether earners of an achievement see insights.
   *
   * @throws Problem.NotFound if it is not the organisation's
   */
  public void show(String actor, Organisation organisation, UUID achievement, boolean shown) {
    var id =
        achievements.all(organisation.id()).stream()
            .map(Achievement::id)
            .filter(each -> each.value().equals(achievement))
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("achievement " + achievement));
    switches.choose(actor, organisation.id(), id, !shown);
  }
}
