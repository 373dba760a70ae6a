package org.insignia.server.api.credly.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a list is narrowed to, in both spellings: {@code filter[key]=value} and {@code
 * filter=key::value|key2::v1,v2}.
 */
public final class Filters {
  private static final Pattern NEW = Pattern.compile("filter\\[(.+)]");
  private static final int LONGEST = 2_000;

  private final Map<String, String> values;

  private Filters(Map<String, String> values) {
    this.values = values;
  }

  /** The filters of a request. */
  public static Filters of(HttpServletRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    Parameters.of(request)
        .forEach((name, all) -> {
          var text = String.join(name.equals("filter") ? "|" : ",", all);
          var key = NEW.matcher(name.replaceAll("\\[]$", ""));
          if (text.length() > LONGEST) {
            throw Refusal.unreadable("filter: at most " + LONGEST + " characters");
          }
          if (name.equals("filter")) {
            old(text, values);
          } else if (key.matches()) {
            var inner = key.group(1);
            values.put(inner.contains("][") ? inner.replace("][", "[") + "]" : inner, text);
          }
        });
    return new Filters(values);
  }

  private static void old(String text, Map<String, String> values) {
    for (var part : text.split("\\|")) {
      int at = part.indexOf("::");
      if (at > 0) {
        values.put(part.substring(0, at).strip(), part.substring(at + 2).strip());
      }
    }
  }

  /** A value that says something. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key))
        .map(Asked::kept)
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }

  /** The first of these keys that says something. */
  public Optional<String> text(String key, String other) {
    return text(key).or(() -> text(other));
  }

  /** Several values with commas between them, in lower case; none where nothing is said. */
  public List<String> words(String key) {
    return list(key).stream().map(v -> v.toLowerCase(Locale.ROOT)).toList();
  }

  /** Several values with commas between them; none where nothing is said. */
  public List<String> list(String key) {
    return text(key).stream()
        .flatMap(v -> Arrays.stream(v.split(",")))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** Ids; what is none is left out, so that it finds nothing rather than everything. */
  public Optional<List<UUID>> ids(String key) {
    return text(key).map(v -> list(key).stream().flatMap(i -> Ids.find(i).stream()).toList());
  }

  /** Yes or no, where it is either. */
  public Optional<Boolean> flag(String key) {
    return text(key).map(v -> v.toLowerCase(Locale.ROOT)).flatMap(Asked::truth);
  }
}
