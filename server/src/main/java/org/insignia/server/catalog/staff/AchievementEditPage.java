package org.insignia.server.catalog.staff;

import gg.jte.Content;
import java.util.List;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an achievement is made or changed.
 *
 * @param path where the form is sent
 * @param back where one leaves it
 * @param isNew whether it is made now
 * @param isOwn whether staff made it; else the catalogue did
 * @param preview how it will read; null where that was not asked for
 * @param skills names to choose from
 * @param overtaken whether somebody else has changed it in between
 */
public record AchievementEditPage(
    String slug,
    String organisation,
    String path,
    String back,
    boolean isNew,
    boolean isOwn,
    AchievementForm form,
    @Nullable Preview preview,
    List<String> skills,
    boolean overtaken,
    Faults faults) {
  public AchievementEditPage {
    skills = List.copyOf(skills);
  }

  /** How it will read, in the languages in which it has words. */
  public record Preview(List<In> languages) {
    public Preview {
      languages = List.copyOf(languages);
    }
  }

  /** How it will read in one language. */
  public record In(Language language, String name, String description, Content criteria) {}
}
