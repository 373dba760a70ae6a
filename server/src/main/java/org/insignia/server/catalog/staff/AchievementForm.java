package org.insignia.server.catalog.staff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.handmade.AchievementWish;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a form says of an achievement, as it was typed: it comes back whole, however wrong it is.
 *
 * @param skills one for each field, empty ones left out
 * @param revision of the achievement when the form was shown
 */
public record AchievementForm(
    Language main,
    Map<Language, Said> words,
    List<String> skills,
    List<Aligned> alignments,
    String type,
    String level,
    String cost,
    String effort,
    String duplicates,
    int revision) {

  /** Fields that are offered besides those that are filled. */
  private static final int SPARE = 3;

  public AchievementForm {
    words = Map.copyOf(words);
    skills = List.copyOf(skills);
    alignments = List.copyOf(alignments);
  }

  /** The words in one language, as typed. */
  public record Said(String name, String description, String criteria) {
    static final Said NOTHING = new Said("", "", "");

    boolean isEmpty() {
      return equals(NOTHING);
    }
  }

  /** An alignment, as typed. */
  public record Aligned(String name, String url) {
    boolean isEmpty() {
      return name.isEmpty() && url.isEmpty();
    }
  }

  /** A form in which nothing was said yet. */
  static AchievementForm empty(Language main) {
    return new AchievementForm(main, Map.of(), List.of(), List.of(), "", "", "", "", "REFUSE", 0);
  }

  static AchievementForm of(Achievement achievement, int revision) {
    Map<Language, Said> words = new EnumMap<>(Language.class);
    achievement
        .texts()
        .forEach((language, said) ->
            words.put(language, new Said(said.name(), said.description(), said.criteria())));
    var about = achievement.particulars();
    return new AchievementForm(
        achievement.main(),
        words,
        achievement.words(achievement.main()).skills(),
        about.alignments().stream().map(a -> new Aligned(a.name(), a.url())).toList(),
        name(about.type()),
        name(about.level()),
        name(about.cost()),
        name(about.effort()),
        about.duplicates().name(),
        revision);
  }

  private static String name(@Nullable Enum<?> value) {
    return value == null ? "" : value.name();
  }

  static AchievementForm read(MultiValueMap<String, String> form) {
    Map<Language, Said> words = new EnumMap<>(Language.class);
    for (var language : Language.all()) {
      var tag = "-" + language.tag();
      words.put(
          language,
          new Said(
              Typed.line(form, "name" + tag),
              Typed.text(form, "description" + tag),
              Typed.text(form, "criteria" + tag)));
    }
    var names = Typed.lines(form, "alignment-name");
    var urls = Typed.lines(form, "alignment-url");
    var alignments = new ArrayList<Aligned>();
    for (int i = 0; i < Math.min(names.size(), urls.size()); i++) {
      alignments.add(new Aligned(names.get(i), urls.get(i)));
    }
    var revision = Typed.line(form, "revision");
    return new AchievementForm(
        Language.of(Typed.line(form, "main")),
        words,
        Typed.lines(form, "skill").stream().filter(s -> !s.isEmpty()).distinct().toList(),
        alignments.stream().filter(a -> !a.isEmpty()).toList(),
        Typed.line(form, "type"),
        Typed.line(form, "level"),
        Typed.line(form, "cost"),
        Typed.line(form, "effort"),
        Typed.line(form, "duplicates"),
        revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0);
  }

  /** The same, to be saved over this revision. */
  AchievementForm at(int newer) {
    return new AchievementForm(
        main, words, skills, alignments, type, level, cost, effort, duplicates, newer);
  }

  /** The words of a language, as typed. */
  public Said of(Language language) {
    return words.getOrDefault(language, Said.NOTHING);
  }

  /** Fields for skills: those that are filled, and a few more. */
  public List<String> skillFields() {
    var fields = new ArrayList<>(skills);
    for (int i = 0; i < SPARE && fields.size() < AchievementWish.MOST_SKILLS; i++) {
      fields.add("");
    }
    return fields;
  }

  /** Fields for alignments: those that are filled, and one more. */
  public List<Aligned> alignmentFields() {
    var fields = new ArrayList<>(alignments);
    if (fields.size() < AchievementWish.MOST_ALIGNMENTS) {
      fields.add(new Aligned("", ""));
    }
    return fields;
  }

  /**
   * What is wished, if all of it is right.
   *
   * @param old what is changed; null where it is new
   * @param faults gets what is not, in words, by field
   */
  Optional<AchievementWish> wish(@Nullable Achievement old, Faults faults) {
    for (var language : Language.all()) {
      if (language == main || !of(language).isEmpty()) {
        check(language, faults);
      }
    }
    checkSkills(faults);
    var aligned = aligned(faults);
    var about =
        new Particulars(
            chosen("type", type, Particulars.Type.class, faults),
            chosen("level", level, Particulars.Level.class, faults),
            chosen("cost", cost, Particulars.Cost.class, faults),
            chosen("effort", effort, Particulars.Effort.class, faults),
            duplicates.equals("ALLOW")
                ? Particulars.Duplicates.ALLOW
                : Particulars.Duplicates.REFUSE,
            aligned);
    return faults.none()
        ? Optional.of(new AchievementWish(main, wished(old), about))
        : Optional.empty();
  }

  /** Where the skills were left as they are, each language keeps its own phrases. */
  private Map<Language, Words> wished(@Nullable Achievement old) {
    boolean same = old != null && skills.equals(old.words(old.main()).skills());
    Map<Language, Words> all = new EnumMap<>(Language.class);
    words.forEach((language, said) -> {
      if (!said.isEmpty()) {
        var known = old == null ? null : old.texts().get(language);
        all.put(
            language,
            new Words(
                said.name(),
                said.description(),
                said.criteria(),
                same && known != null ? known.skills() : skills));
      }
    });
    return all;
  }

  private void check(Language language, Faults faults) {
    var said = of(language);
    var tag = "-" + language.tag();
    var missing = language == main ? "achievements.missing" : "achievements.translate-all";
    length("name" + tag, said.name(), AchievementWish.LONGEST_NAME, faults);
    length("description" + tag, said.description(), AchievementWish.LONGEST_DESCRIPTION, faults);
    length("criteria" + tag, said.criteria(), AchievementWish.LONGEST_CRITERIA, faults);
    if (said.name().isEmpty()) {
      faults.add("name" + tag, missing);
    }
    if (said.criteria().isEmpty()) {
      faults.add("criteria" + tag, missing);
    }
    if (said.description().isEmpty() && !of(main).description().isEmpty()) {
      faults.add("description" + tag, "achievements.translate-all");
    }
  }

  private static void length(String field, String typed, int longest, Faults faults) {
    int length = Typed.length(typed);
    if (length > longest) {
      faults.add(field, "achievements.too-long", longest, length);
    }
  }

  private void checkSkills(Faults faults) {
    if (skills.size() > AchievementWish.MOST_SKILLS) {
      faults.add("skill", "achievements.skills-many", AchievementWish.MOST_SKILLS);
    }
    skills.stream()
        .filter(skill -> Typed.length(skill) > AchievementWish.LONGEST_SKILL)
        .findFirst()
        .ifPresent(
            skill -> faults.add("skill", "achievements.skill-long", AchievementWish.LONGEST_SKILL));
  }

  private List<Alignment> aligned(Faults faults) {
    var all = new ArrayList<Alignment>();
    for (int i = 0; i < alignments.size(); i++) {
      var typed = alignments.get(i);
      var address = Alignment.address(typed.url());
      if (typed.name().isEmpty()) {
        faults.add("alignment-name-" + i, "achievements.alignment-nameless");
      } else if (Typed.length(typed.name()) > Alignment.LONGEST_NAME) {
        length("alignment-name-" + i, typed.name(), Alignment.LONGEST_NAME, faults);
      } else if (address.isEmpty()) {
        faults.add("alignment-url-" + i, "achievements.alignment-url");
      } else {
        all.add(new Alignment(typed.name(), address.get()));
      }
    }
    if (all.size() > AchievementWish.MOST_ALIGNMENTS) {
      faults.add(
          "alignment-name-0", "achievements.alignments-many", AchievementWish.MOST_ALIGNMENTS);
    }
    return all;
  }

  private static <E extends Enum<E>> @Nullable E chosen(
      String field, String word, Class<E> type, Faults faults) {
    if (word.isEmpty()) {
      return null;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(word)) {
        return value;
      }
    }
    faults.add(field, "achievements.choose");
    return null;
  }
}
