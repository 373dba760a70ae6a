package org.insignia.server.catalog.staff;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * One achievement, as staff see it.
 *
 * @param path of this page
 * @param picture its present look
 * @param kind word of what it is made of
 * @param state word of how it stands
 * @param criteria as everybody will see it
 * @param facts what else is said of it: label and value, both text keys
 * @param languages in which it has words
 * @param next names of what is recommended to whoever has it
 * @param entry path of the exam or certification behind it; empty where staff made it
 * @param publicPath where everybody sees it; empty while it is a draft
 * @param done what was just done, a text key; empty if nothing
 */
public record AchievementViewPage(
    String slug,
    String organisation,
    String path,
    String picture,
    String name,
    String kind,
    String state,
    String tone,
    String description,
    Content criteria,
    List<String> skills,
    List<Alignment> alignments,
    List<Fact> facts,
    @Nullable LocalDate lastDay,
    List<Language> languages,
    int looks,
    List<String> next,
    String entry,
    String publicPath,
    boolean mayChange,
    String done) {
  public AchievementViewPage {
    skills = List.copyOf(skills);
    alignments = List.copyOf(alignments);
    facts = List.copyOf(facts);
    languages = List.copyOf(languages);
    next = List.copyOf(next);
  }

  /** Two text keys. */
  public record Fact(String label, String value) {}

  /** Whether staff decide how it stands. */
  public boolean isOwn() {
    return kind.equals("own");
  }
}
