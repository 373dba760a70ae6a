package org.insignia.server.issuing;

import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.AchievementType;
import org.insignia.openbadges.model.Alignment;
import org.insignia.openbadges.model.Criteria;
import org.insignia.openbadges.model.Image;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Achievements in the form of the standard, inside credentials and by themselves. */
@Component
public class AchievementDocuments {
  private final Settings settings;

  AchievementDocuments(Settings settings) {
    this.settings = settings;
  }

  /** The achievement of our catalogue as a document of its own, in its present look. */
  public JsonObject document(
      Organisation organisation, Achievement achievement, Language language) {
    return model(organisation, achievement, achievement.design(), language).toJson();
  }

  /** The address of an achievement's page; its id in credentials. */
  public String url(Organisation organisation, Achievement achievement) {
    return settings.url("/org/" + organisation.slug() + "/badge/" + achievement.slug()).toString();
  }

  /**
   * @param design the look that the image shows, for ever
   */
  org.insignia.openbadges.model.Achievement model(
      Organisation organisation, Achievement achievement, DesignId design, Language language) {
    Words words = achievement.words(language);
    String url = url(organisation, achievement);
    return org.insignia.openbadges.model.Achievement.of(
            url,
            words.name(),
            words.description().isBlank() ? words.name() : words.description(),
            new Criteria(url, words.criteria().isBlank() ? null : words.criteria()))
        .achievementType(type(achievement))
        .alignment(
            achievement.particulars().alignments().stream()
                .map(a -> Alignment.of(a.name(), a.url()))
                .toList())
        .image(new Image(url + "/image.png?design=" + design.value(), words.name()))
        .inLanguage(achievement.spoken(language).tag())
        .tag(List.copyOf(words.skills()))
        .build();
  }

  private static AchievementType type(Achievement achievement) {
    var said = achievement.particulars().type();
    if (said != null) {
      return new AchievementType(said.word());
    }
    return switch (achievement.kind()) {
      case EXAM -> AchievementType.ASSESSMENT;
      case CERTIFICATION -> AchievementType.CERTIFICATION;
      case OWN -> AchievementType.BADGE;
    };
  }
}
