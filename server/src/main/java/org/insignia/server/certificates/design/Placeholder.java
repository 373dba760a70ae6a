package org.insignia.server.certificates.design;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can stand in braces in the words of a certificate. */
public enum Placeholder {
  NAME,
  CERTIFICATION,
  ORGANISATION,
  ISSUED,
  EXPIRES,
  NUMBER;

  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  /** As it is written, for example {@code {name}}. */
  public String written() {
    return "{" + name().toLowerCase(Locale.ROOT) + "}";
  }

  private static Optional<Placeholder> find(String word) {
    for (var placeholder : values()) {
      if (placeholder.name().equalsIgnoreCase(word.strip())) {
        return Optional.of(placeholder);
      }
    }
    return Optional.empty();
  }

  /** Those in a text that mean nothing, as they were written. */
  static List<String> unknownIn(String text) {
    return BRACES
        .matcher(text)
        .results()
        .filter(found -> find(found.group(1)).isEmpty())
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  /** The text with each placeholder's value in its place; values are not looked at again. */
  public static String fill(String text, Function<Placeholder, String> value) {
    return BRACES
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(find(found.group(1)).map(value).orElseGet(found::group)));
  }
}
