package org.insignia.server.api.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.api.json.Body;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.handmade.AchievementWish;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of an achievement: all of a new one, and of one that is there what is to change.
 */
final class AchievementBody {
  private AchievementBody() {}

  /**
   * The wish; what is wrong is thrown by it.
   *
   * @param old what is changed; null where it is new
   */
  static AchievementWish read(Body body, @Nullable Achievement old) {
    var main = main(body, old);
    Map<Language, Words> words = words(body, old, main);
    var particulars = particulars(body, old);
    if (body.faults().isEmpty() && !words.containsKey(main)) {
      body.wrong("words", "words in the main language " + main.tag() + " are needed");
    }
    body.end();
    return new AchievementWish(main, words, particulars);
  }

  private static Language main(Body body, @Nullable Achievement old) {
    var text = body.text("main", 20);
    if (text.isEmpty()) {
      return old == null ? Language.EN : old.main();
    }
    var found = Language.find(text);
    if (found.isEmpty()) {
      body.wrong("main", "one of en, es, pt-BR, zh-CN, it");
    }
    return found.orElse(Language.EN);
  }

  /** Languages that are not named stay as they are; null takes one away. */
  private static Map<Language, Words> words(Body body, @Nullable Achievement old, Language main) {
    Map<Language, Words> all = new EnumMap<>(Language.class);
    if (old != null) {
      all.putAll(old.texts());
    }
    boolean sayskills = body.has("skills");
    List<String> skills =
        body.texts("skills", AchievementWish.MOST_SKILLS, AchievementWish.LONGEST_SKILL).stream()
            .distinct()
            .toList();
    if (old == null || body.has("words")) {
      var part = body.part("words");
      var kept = old == null ? skills : old.words(old.main()).skills();
      for (var language : Language.all()) {
        read(part, language, language == main && old == null, kept, all);
      }
    }
    if (sayskills) {
      all.replaceAll(
          (language, said) -> new Words(said.name(), said.description(), said.criteria(), skills));
    }
    return all;
  }

  private static void read(
      Body part, Language language, boolean needed, List<String> skills, Map<Language, Words> all) {
    var tag = language.tag();
    if (part.isNull(tag)) {
      all.remove(language);
      return;
    }
    if (!part.has(tag) && !needed) {
      return;
    }
    var said = part.part(tag);
    var known = all.get(language);
    all.put(
        language,
        new Words(
            text(said, "name", AchievementWish.LONGEST_NAME, known == null ? null : known.name()),
            said.has("description") || known == null
                ? said.text("description", AchievementWish.LONGEST_DESCRIPTION)
                : known.description(),
            text(
                said,
                "criteria",
                AchievementWish.LONGEST_CRITERIA,
                known == null ? null : known.criteria()),
            known == null ? skills : known.skills()));
  }

  private static String text(Body said, String name, int most, @Nullable String known) {
    return known != null && !said.has(name) ? known : said.required(name, most);
  }

  private static Particulars particulars(Body body, @Nullable Achievement old) {
    var known = old == null ? Particulars.NONE : old.particulars();
    return new Particulars(
        chosen(body, "type", Particulars.Type.class, known.type()),
        chosen(body, "level", Particulars.Level.class, known.level()),
        chosen(body, "cost", Particulars.Cost.class, known.cost()),
        chosen(body, "effort", Particulars.Effort.class, known.effort()),
        body.flag("repeatable", known.duplicates() == Particulars.Duplicates.ALLOW)
            ? Particulars.Duplicates.ALLOW
            : Particulars.Duplicates.REFUSE,
        body.has("alignments") ? alignments(body) : known.alignments());
  }

  private static List<Alignment> alignments(Body body) {
    List<Alignment> all = new ArrayList<>();
    for (var item : body.items("alignments", AchievementWish.MOST_ALIGNMENTS)) {
      var name = item.required("name", Alignment.LONGEST_NAME);
      var url = Alignment.address(item.required("url", Alignment.LONGEST_URL));
      if (url.isEmpty()) {
        item.wrong("url", "an address that begins with https:// or http://");
      } else if (!name.isEmpty()) {
        all.add(new Alignment(name, url.get()));
      }
      body.take(item);
    }
    return all;
  }

  private static <E extends Enum<E>> @Nullable E chosen(
      Body body, String name, Class<E> type, @Nullable E otherwise) {
    if (!body.has(name)) {
      return otherwise;
    }
    var words = Arrays.stream(type.getEnumConstants()).map(EntryJson::word).toList();
    var word = body.word(name, words, "");
    return word.isEmpty() ? null : type.getEnumConstants()[words.indexOf(word)];
  }
}
