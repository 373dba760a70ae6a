package org.insignia.server.api.me.jobs;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.PayRange;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.skill.SkillTable;
import org.jspecify.annotations.Nullable;

/**
 * What postings are narrowed down by. What a page leaves out where it cannot be understood is told
 * here.
 *
 * @param skills ids; none for any
 * @param badge at which the search begins; null for none
 * @param texts all that was said and is no skill, for the addresses of further pages
 */
record JobFilters(
    Set<String> skills,
    @Nullable UUID badge,
    Place place,
    @Nullable Seniority seniority,
    boolean remote,
    @Nullable Integer days,
    @Nullable PayRange pay,
    Map<String, String> texts) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final List<String> DAYS = List.of("7", "30", "90");
  private static final List<String> WHERE = List.of("country", "region", "city", "place");
  private static final List<String> WHAT = List.of("q", "employer", "title");

  JobFilters {
    skills = Set.copyOf(skills);
  }

  /** Where, when and at which level: what insights are narrowed down by. */
  static JobFilters ofInsights(Given given) {
    return read(given, WHERE, Set.of(), null, null, "");
  }

  /** All that a search is narrowed down by. */
  static JobFilters ofSearch(Given given, SkillTable table, String skillsName) {
    var skills = new TreeSet<>(given.texts(skillsName));
    skills.forEach(skill -> known(given, skillsName, skill, table));
    var also = given.text("also");
    known(given, "also", also, table);
    var pay = given.text("pay");
    var range = PayRange.read(pay).orElse(null);
    if (!pay.isEmpty() && range == null) {
      given.wrong("pay", "a range of yearly pay as EUR-50000-60000, open above as EUR-50000-");
    }
    var names = Stream.concat(WHERE.stream(), WHAT.stream()).toList();
    return read(given, names, skills, badge(given), range, also);
  }

  private static void known(Given given, String name, String skill, SkillTable table) {
    if (!skill.isEmpty() && table.find(skill).isEmpty()) {
      given.wrong(name, "there is no skill " + skill);
    }
  }

  private static @Nullable UUID badge(Given given) {
    var badge = given.text("badge");
    if (badge.isEmpty()) {
      return null;
    }
    if (!badge.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      given.wrong("badge", "the id of a badge");
      return null;
    }
    return UUID.fromString(badge);
  }

  private static JobFilters read(
      Given given,
      List<String> names,
      Set<String> skills,
      @Nullable UUID badge,
      @Nullable PayRange pay,
      String also) {
    Map<String, String> texts = new LinkedHashMap<>();
    names.forEach(name -> put(texts, name, plain(given, name)));
    put(texts, "also", also);
    put(texts, "pay", pay == null ? "" : pay.toString());
    put(texts, "badge", badge == null ? "" : badge.toString());
    var country = texts.getOrDefault("country", "");
    if (!country.isEmpty() && !COUNTRIES.contains(country)) {
      given.wrong("country", "two capital letters of ISO 3166-1");
      country = "";
    }
    var seniority = seniority(given);
    put(texts, "seniority", seniority == null ? "" : word(seniority));
    boolean remote = given.flag("remote");
    put(texts, "remote", remote ? "true" : "");
    var days = given.text("since");
    if (!days.isEmpty() && !DAYS.contains(days)) {
      given.wrong("since", "one of " + String.join(", ", DAYS) + " days");
      days = "";
    }
    put(texts, "since", days);
    return new JobFilters(
        skills,
        badge,
        new Place(country, texts.getOrDefault("region", ""), texts.getOrDefault("city", "")),
        seniority,
        remote,
        days.isEmpty() ? null : Integer.valueOf(days),
        pay,
        texts);
  }

  private static String plain(Given given, String name) {
    var text = given.text(name);
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      given.wrong(name, "one line of visible characters");
      return "";
    }
    return text;
  }

  private static void put(Map<String, String> texts, String name, String value) {
    if (!value.isEmpty()) {
      texts.put(name, value);
    }
  }

  private static @Nullable Seniority seniority(Given given) {
    var text = given.text("seniority");
    var found = Stream.of(Seniority.values()).filter(s -> word(s).equals(text)).findFirst();
    if (!text.isEmpty() && found.isEmpty()) {
      var words = Stream.of(Seniority.values()).map(JobFilters::word);
      given.wrong("seniority", "one of " + words.collect(Collectors.joining(", ")));
    }
    return found.orElse(null);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** The state of the United States whose official figures may be meant. */
  String state() {
    return place.region().isEmpty() ? text("place") : place.region();
  }

  /**
   * What the index is asked.
   *
   * @param of ids of skills of which one is enough
   */
  JobQuery query(Set<String> of, LocalDate today) {
    return new JobQuery(
        of,
        text("also"),
        (text("q") + " " + text("place")).strip(),
        place,
        remote,
        seniority,
        days == null ? null : today.minusDays(days),
        text("employer"),
        text("title"),
        pay);
  }
}
