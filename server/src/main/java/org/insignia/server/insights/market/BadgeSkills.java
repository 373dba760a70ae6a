package org.insignia.server.insights.market;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.insights.skill.SkillTagger;
import org.insignia.server.platform.i18n.Language;
import org.springframework.stereotype.Component;

/** Which skills of the labour market a badge stands for. */
@Component
public class BadgeSkills {
  private final Catalog catalog;
  private final SkillTagger tagger;

  BadgeSkills(Catalog catalog, SkillTagger tagger) {
    this.catalog = catalog;
    this.tagger = tagger;
  }

  /**
   * By the products of its exam or certification, its name and its skill phrases. The description
   * is left out: it also speaks of what somebody should know beforehand.
   */
  public Set<String> of(Achievement achievement) {
    var version = catalog.current(achievement.organisation());
    var uid = version.uid(achievement.sourceUid());
    List<String> products =
        version
            .certification(uid)
            .map(Certification::products)
            .or(() -> version.exam(uid).map(Exam::products))
            .orElse(List.of());
    var skills = new LinkedHashSet<>(tagger.inTags(products));
    var words = achievement.words(Language.EN);
    skills.addAll(tagger.inText(words.name() + "\n" + String.join("\n", words.skills())));
    return skills;
  }
}
