package org.insignia.server.insights.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.PayRange;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the address of a page asks for; what cannot be understood in it is left out, so that no
 * address is an error.
 */
public final class Asked {
  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "where",
          "area",
          "country",
          "region",
          "city",
          "remote",
          "seniority",
          "since",
          "employer",
          "title",
          "pay",
          "skill",
          "also",
          "badge",
          "more",
          "page");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> PERIODS = Set.of("7", "30", "90");
  private static final int LONGEST = 120;
  private static final int MOST_SKILLS = 40;

  private final Map<String, List<String>> given;

  private Asked(Map<String, List<String>> given) {
    this.given = given;
  }

  static Asked in(MultiValueMap<String, String> parameters) {
    var given = new LinkedHashMap<String, List<String>>();
    parameters.forEach((name, values) -> {
      var kept =
          values.stream()
              .filter(value -> value != null && !value.isBlank())
              .map(value -> cut(value.strip()))
              .limit(name.equals("skill") ? MOST_SKILLS : 1)
              .filter(value -> isUnderstood(name, value))
              .toList();
      if (KNOWN.contains(name) && !kept.isEmpty()) {
        given.put(name, kept);
      }
    });
    return new Asked(given);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static boolean isUnderstood(String name, String value) {
    return switch (name) {
      case "country" -> COUNTRIES.contains(value);
      case "seniority" ->
          Arrays.stream(Seniority.values()).anyMatch(each -> each.name().equals(value));
      case "since" -> PERIODS.contains(value);
      case "remote" -> value.equals("yes");
      case "page" -> value.matches("[1-9][0-9]?");
      case "pay" -> PayRange.read(value).isPresent();
      case "badge" -> value.matches("[0-9a-f-]{36}");
      default -> true;
    };
  }

  /** The value of a name, or nothing. */
  public String get(String name) {
    return given.getOrDefault(name, List.of("")).getFirst();
  }

  Set<String> skills() {
    return new TreeSet<>(given.getOrDefault("skill", List.of()));
  }

  /** The badge that a search begins at; null for none. */
  @Nullable UUID badge() {
    return get("badge").isEmpty() ? null : UUID.fromString(get("badge"));
  }

  int page() {
    return get("page").isEmpty() ? 1 : Integer.parseInt(get("page"));
  }

  /** Whether anything narrows down where, when or at which level. */
  public boolean isNarrowed() {
    return List.of("country", "area", "region", "city", "remote", "seniority", "since").stream()
        .anyMatch(given::containsKey);
  }

  Place place() {
    return new Place(get("country"), get("region"), get("city"));
  }

  JobQuery query(Set<String> skills, LocalDate today) {
    return new JobQuery(
        skills,
        get("also"),
        (get("q") + " " + get("where") + " " + get("area")).strip(),
        place(),
        !get("remote").isEmpty(),
        seniority(),
        get("since").isEmpty() ? null : today.minusDays(Long.parseLong(get("since"))),
        get("employer"),
        get("title"),
        pay());
  }

  @Nullable PayRange pay() {
    return PayRange.read(get("pay")).orElse(null);
  }

  private @Nullable Seniority seniority() {
    return get("seniority").isEmpty() ? null : Seniority.valueOf(get("seniority"));
  }

  /** The same with this value; an empty one takes the name away. */
  Asked with(String name, String value) {
    return with(name, value.isEmpty() ? List.of() : List.of(value));
  }

  Asked with(String name, List<String> values) {
    var changed = new LinkedHashMap<>(given);
    changed.remove(name);
    if (!values.isEmpty()) {
      changed.put(name, values);
    }
    return new Asked(changed);
  }

  Asked without(String... names) {
    var changed = new LinkedHashMap<>(given);
    List.of(names).forEach(changed::remove);
    return new Asked(changed);
  }

  /** What a form must carry along besides the fields it shows. */
  public List<Map.Entry<String, String>> carried(String... shown) {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    var left = without(shown).without("page", "more");
    left.given.forEach((name, values) -> values.forEach(v -> all.add(Map.entry(name, v))));
    return all;
  }

  /** The address of a page that asks the same. */
  String at(String path) {
    var query =
        given.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(v -> entry.getKey() + "=" + encode(v)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
