package org.insignia.server.api.catalogue;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.about.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * An achievement as programs see it.
 *
 * @param url its page
 * @param source uid of the exam or certification that gives it; null where staff do
 * @param revision changes with every change; {@code PATCH} takes it
 * @param main the language that has words always
 * @param words by language
 */
record AchievementJson(
    UUID id,
    String slug,
    URI url,
    URI image,
    String kind,
    @Nullable String source,
    String state,
    @Nullable LocalDate lastDay,
    int revision,
    String main,
    Map<String, Text> words,
    List<String> skills,
    List<Aligned> alignments,
    @Nullable String type,
    @Nullable String level,
    @Nullable String cost,
    @Nullable String effort,
    boolean repeatable) {

  /** Words in one language; criteria are Markdown. */
  record Text(String name, String description, String criteria) {}

  /** What it corresponds to elsewhere. */
  record Aligned(String name, String url) {}

  static AchievementJson of(Achievement achievement, int revision, URI url) {
    Map<String, Text> words = new TreeMap<>();
    achievement
        .texts()
        .forEach((language, said) ->
            words.put(language.tag(), new Text(said.name(), said.description(), said.criteria())));
    var about = achievement.particulars();
    return new AchievementJson(
        achievement.id().value(),
        achievement.slug(),
        url,
        URI.create(url + "/image.svg"),
        EntryJson.word(achievement.kind()),
        achievement.kind() == Achievement.Kind.OWN ? null : achievement.sourceUid(),
        EntryJson.word(achievement.state()),
        achievement.lastDay(),
        revision,
        achievement.main().tag(),
        words,
        achievement.words(achievement.main()).skills(),
        about.alignments().stream().map(a -> new Aligned(a.name(), a.url())).toList(),
        word(about.type()),
        word(about.level()),
        word(about.cost()),
        word(about.effort()),
        about.duplicates() == Particulars.Duplicates.ALLOW);
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : EntryJson.word(value);
  }
}
