package org.insignia.server.api.credly.templates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.about.Particulars.Duplicates;
import org.insignia.server.catalog.handmade.AchievementWish;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** Reads what a program says of a template; what it does not say stays as it was. */
record TemplateWishes(Asked asked, @Nullable Achievement old, TemplateWords before) {
  private static final int LEAST_SKILLS = 3;
  private static final int MOST = 40;
  private static final int LINE = 500;
  private static final int TEXT = 2_000;

  /** The achievement that is wished. */
  AchievementWish wish(TemplateWords words) {
    var main = old == null ? Language.EN : old.main();
    var was = old == null ? null : old.words(main);
    var name = required("name", was == null ? null : was.name(), AchievementWish.LONGEST_NAME);
    var description =
        required(
            "description",
            was == null ? null : was.description(),
            AchievementWish.LONGEST_DESCRIPTION);
    var skills = skills(was == null ? null : was.skills());
    Map<Language, Words> all = new EnumMap<>(Language.class);
    if (old != null) {
      all.putAll(old.texts());
    }
    all.put(main, new Words(name, description, criteria(words, was), skills));
    return new AchievementWish(main, all, particulars());
  }

  private String required(String field, @Nullable String was, int longest) {
    var text = asked.text(field).or(() -> Optional.ofNullable(asked.has(field) ? null : was));
    if (text.isEmpty()) {
      throw blank(field);
    }
    if (text.get().codePointCount(0, text.get().length()) > longest) {
      throw Refusal.invalid(
          "Validation failed: "
              + label(field)
              + " is too long (maximum is "
              + longest
              + " characters)");
    }
    if (text.get().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      throw Refusal.invalid("Validation failed: " + label(field) + " is invalid");
    }
    return text.get();
  }

  private static Refusal blank(String field) {
    return Refusal.invalid("Validation failed: " + label(field) + " can't be blank");
  }

  private static String label(String field) {
    var words = field.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private List<String> skills(@Nullable List<String> was) {
    var skills = asked.has("skills") || was == null ? asked.texts("skills") : was;
    var distinct = skills.stream().distinct().toList();
    if (asked.has("skills") || was == null) {
      if (distinct.size() < LEAST_SKILLS) {
        throw Refusal.invalid("Validation failed: Skills must be at least " + LEAST_SKILLS);
      }
      if (distinct.size() > AchievementWish.MOST_SKILLS
          || distinct.stream().anyMatch(s -> s.length() > AchievementWish.LONGEST_SKILL)) {
        throw Refusal.invalid(
            "Validation failed: Skills are at most "
                + AchievementWish.MOST_SKILLS
                + " of at most "
                + AchievementWish.LONGEST_SKILL
                + " characters");
      }
    }
    return distinct;
  }

  /** How it is earned, made of what has to be done. */
  private String criteria(TemplateWords words, @Nullable Words was) {
    if (was != null && !asked.has("badge_template_activities")) {
      return was.criteria();
    }
    return words.activities().stream()
        .map(activity -> {
          var said = activity.get("title");
          var title = String.valueOf(said == null ? activity.get("activity_type") : said);
          var safe = title.replaceAll("([\\\\\\[\\]*_`<>])", "\\\\$1").replace("\n", " ");
          var url = activity.get("activity_url");
          return url == null ? "- " + safe : "- [" + safe + "](<" + url + ">)";
        })
        .collect(Collectors.joining("\n"));
  }

  private Particulars particulars() {
    var was = old == null ? Particulars.NONE : old.particulars();
    boolean repeats =
        asked.flag("allow_duplicate_badges").orElse(was.duplicates() == Duplicates.ALLOW);
    return new Particulars(
        was.type() == null || asked.has("type_category") ? type(was.type()) : was.type(),
        chosen("level", Particulars.Level.class, was.level()),
        chosen("cost", Particulars.Cost.class, was.cost()),
        chosen("time_to_earn", Particulars.Effort.class, was.effort()),
        repeats ? Duplicates.ALLOW : Duplicates.REFUSE,
        asked.has("alignments")
            ? alignments().stream().map(Aligned::alignment).toList()
            : was.alignments());
  }

  private Particulars.@Nullable Type type(Particulars.@Nullable Type was) {
    return switch (asked.text("type_category").orElse("").toLowerCase(Locale.ROOT)) {
      case "certification" -> Particulars.Type.CERTIFICATION;
      case "learning" -> Particulars.Type.COURSE;
      case "validation" -> Particulars.Type.ASSESSMENT;
      case "experience" -> Particulars.Type.BADGE;
      default -> was;
    };
  }

  private <E extends Enum<E>> @Nullable E chosen(String field, Class<E> type, @Nullable E was) {
    if (!asked.has(field)) {
      return was;
    }
    var word = asked.text(field).orElse("");
    if (word.isEmpty()) {
      return null;
    }
    for (var value : type.getEnumConstants()) {
      if (value.name().equalsIgnoreCase(word)) {
        return value;
      }
    }
    throw Refusal.invalid("Validation failed: " + label(field) + " is not included in the list");
  }

  private record Aligned(Alignment alignment, String description) {}

  private List<Aligned> alignments() {
    var all = asked.list("alignments");
    if (all.size() > AchievementWish.MOST_ALIGNMENTS) {
      throw Refusal.invalid(
          "Validation failed: Alignments are at most " + AchievementWish.MOST_ALIGNMENTS);
    }
    return all.stream().map(this::aligned).toList();
  }

  private Aligned aligned(Asked one) {
    var name = one.text("name").filter(n -> n.length() <= Alignment.LONGEST_NAME);
    var url = one.text("url").flatMap(Alignment::address);
    if (name.isEmpty() || url.isEmpty()) {
      throw Refusal.invalid("Validation failed: Alignments need a name and a web address");
    }
    return new Aligned(
        new Alignment(name.get(), url.get()),
        one.text("description").map(d -> cut(d, TEXT)).orElse(""));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** What is said beyond what an achievement has. */
  TemplateWords words() {
    Map<String, String> aligned = new LinkedHashMap<>();
    if (asked.has("alignments")) {
      alignments().forEach(a -> aligned.put(a.alignment().url(), a.description()));
    }
    return new TemplateWords(
        asked.has("type_category")
            ? asked.text("type_category").map(c -> cut(c, 100)).orElse(null)
            : before.category(),
        asked.has("reporting_tags") ? tags() : before.tags(),
        address("global_activity_url", before.activityUrl()),
        address("earn_this_badge_url", before.earnUrl()),
        asked.has("badge_template_activities") ? activities() : before.activities(),
        asked.has("recommendations") ? recommendations() : before.recommendations(),
        asked.has("alignments") ? aligned : before.alignmentWords(),
        asked.has("default_expires_at") ? expiry() : before.defaultExpiry(),
        null);
  }

  /** A new template needs what a reader of it wants to know. */
  void requireWhole() {
    if (asked.text("global_activity_url").isEmpty()) {
      throw blank("global_activity_url");
    }
    if (asked.list("badge_template_activities").isEmpty()) {
      throw Refusal.invalid("Validation failed: Badge template activities can't be blank");
    }
  }

  private List<String> tags() {
    var tags = asked.texts("reporting_tags").stream().distinct().toList();
    if (tags.size() > MOST || tags.stream().anyMatch(t -> t.length() > 100)) {
      throw Refusal.invalid(
          "Validation failed: Reporting tags are at most " + MOST + " of at most 100 characters");
    }
    return tags;
  }

  private @Nullable String address(String field, @Nullable String was) {
    return asked.has(field) ? asked.text(field).map(t -> web(field, t)).orElse(null) : was;
  }

  private static String web(String field, String typed) {
    return Alignment.address(typed)
        .orElseThrow(
            () -> Refusal.invalid("Validation failed: " + label(field) + " is not a web address"));
  }

  private @Nullable Instant expiry() {
    return asked
        .text("default_expires_at")
        .filter(t -> !t.equalsIgnoreCase("null") && !t.equalsIgnoreCase("false"))
        .map(t ->
            Moments.parse(t)
                .orElseThrow(
                    () -> Refusal.invalid("Validation failed: Default expires at is not a date")))
        .orElse(null);
  }

  private List<Map<String, Object>> activities() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (var one : some("badge_template_activities")) {
      Map<String, Object> kept = kept(one);
      put(kept, one, "activity_type", LINE);
      put(kept, one, "title", LINE);
      one.text("activity_url").ifPresent(u -> kept.put("activity_url", web("activity_url", u)));
      put(kept, one, "required_badge_template_id", LINE);
      if (!kept.containsKey("title") && !kept.containsKey("required_badge_template_id")) {
        throw Refusal.invalid("Validation failed: Badge template activities need a title");
      }
      kept.putIfAbsent("activity_type", "Other");
      all.add(kept);
    }
    return all;
  }

  private List<Map<String, Object>> recommendations() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (var one : some("recommendations")) {
      Map<String, Object> kept = kept(one);
      put(kept, one, "title", LINE);
      put(kept, one, "type", LINE);
      put(kept, one, "description", TEXT);
      put(kept, one, "recommended_badge_template_id", LINE);
      one.text("activity_url").ifPresent(u -> kept.put("activity_url", web("activity_url", u)));
      all.add(kept);
    }
    return all;
  }

  private List<Asked> some(String field) {
    var all = asked.list(field);
    if (all.size() > MOST) {
      throw Refusal.invalid("Validation failed: " + label(field) + " are at most " + MOST);
    }
    return all;
  }

  private static Map<String, Object> kept(Asked one) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put(
        "id",
        one.text("id")
            .filter(i -> i.length() <= 100)
            .orElseGet(() -> UUID.randomUUID().toString()));
    return kept;
  }

  private static void put(Map<String, Object> kept, Asked one, String name, int longest) {
    one.text(name).ifPresent(text -> kept.put(name, cut(text.replace("\0", ""), longest)));
  }
}
