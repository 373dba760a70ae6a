package org.insignia.server.api.credly.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request says, wherever it says it. Only what is asked for by name is looked at. */
public final class Asked {
  private final Map<String, Object> values;

  Asked(Map<String, Object> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** The same with what stands inside of one name beside it, as in {@code badge[issued_at]}. */
  public Asked unwrapped(String name) {
    var all = new LinkedHashMap<>(values);
    if (values.get(name) instanceof Map<?, ?> inner) {
      inner.forEach((key, value) -> all.put(String.valueOf(key), value));
    }
    return new Asked(all);
  }

  /** Whether it is named, even as nothing. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether it is named as nothing: JSON's null, or an empty text. */
  public boolean isNothing(String name) {
    return has(name) && (values.get(name) == null || "".equals(values.get(name)));
  }

  /** A text that says something; numbers and truth values are their text. */
  public Optional<String> text(String name) {
    return scalar(values.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static Optional<String> scalar(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? Optional.of(kept(value.toString()))
        : Optional.empty();
  }

  /**
   * The text, if a database can keep it.
   *
   * @throws Refusal if not: it holds a zero, or half of a character
   */
  static String kept(String text) {
    boolean whole =
        text.codePoints()
            .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (!whole) {
      throw Refusal.unreadable("The request holds a character that is none");
    }
    return text;
  }

  /**
   * Yes or no.
   *
   * @throws Refusal if it is neither
   */
  public Optional<Boolean> flag(String name) {
    var text = text(name).map(t -> t.toLowerCase(Locale.ROOT));
    if (text.isPresent() && truth(text.get()).isEmpty()) {
      throw Refusal.invalid("Validation failed: " + name + " must be true or false");
    }
    return text.flatMap(Asked::truth);
  }

  static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true", "1", "yes", "on" -> Optional.of(true);
      case "false", "0", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** What stands inside, if anything does. */
  public Optional<Asked> inside(String name) {
    return values.get(name) instanceof Map<?, ?> map ? Optional.of(asked(map)) : Optional.empty();
  }

  /** The things of a list; what is no thing is left out. */
  public List<Asked> list(String name) {
    return elements(name)
        .flatMap(e -> e instanceof Map<?, ?> map ? Stream.of(asked(map)) : Stream.empty())
        .toList();
  }

  /** The texts of a list, or of one text with commas between them. */
  public List<String> texts(String name) {
    return elements(name)
        .flatMap(
            e -> e instanceof Map<?, ?> map ? asked(map).text("name").stream() : scalar(e).stream())
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .toList();
  }

  private Stream<?> elements(String name) {
    return switch (values.get(name)) {
      case null -> Stream.empty();
      case Collection<?> all -> all.stream();
      case Map<?, ?> map when isNumbered(map) -> map.values().stream();
      case String text -> Arrays.stream(text.split(","));
      case Object one -> Stream.of(one);
    };
  }

  private static boolean isNumbered(Map<?, ?> map) {
    return map.keySet().stream().allMatch(k -> k instanceof String s && s.matches("\\d{1,6}"));
  }

  private static Asked asked(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return new Asked(copy);
  }
}
