package org.insignia.server.insights.skill;

import java.util.List;
import org.insignia.server.catalog.about.SkillVocabulary;
import org.springframework.stereotype.Component;

/** Offers the curated skills by name: what is called so is found in postings. */
@Component
final class OfferedSkills implements SkillVocabulary {
  private final List<String> names;

  OfferedSkills(SkillTable table) {
    this.names =
        table.all().stream().map(Skill::name).sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }

  @Override
  public List<String> names() {
    return names;
  }
}
