package org.insignia.server.catalog.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about an entry in one locale; null where it says nothing of the sort.
 *
 * @param summary Markdown with HTML in it, as the source has it: never shown without cleaning
 */
public record EntryText(
    @Nullable String title,
    @Nullable String subTitle,
    @Nullable String summary,
    @Nullable List<SkillPhrase> skills) {
  public EntryText {
    skills = skills == null ? null : List.copyOf(skills);
  }

  /** This text, its gaps filled from another one. */
  public EntryText orElse(EntryText other) {
    return new EntryText(
        title == null ? other.title : title,
        subTitle == null ? other.subTitle : subTitle,
        summary == null ? other.summary : summary,
        skills == null ? other.skills : skills);
  }

  /**
   * A skill in words.
   *
   * @param weightMin share of the exam in percent, from; null where the source gives none
   * @param weightMax share of the exam in percent, to
   */
  public record SkillPhrase(
      String text, @Nullable Integer weightMin, @Nullable Integer weightMax) {}
}
