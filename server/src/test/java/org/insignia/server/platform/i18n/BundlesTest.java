package org.insignia.server.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text a page or mail asks for exists in every language, nothing is there in vain, and
 * nothing is left in English.
 */
class BundlesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/i18n");
  private static final List<String> SUFFIXES = List.of("", "_es", "_pt_BR", "_zh_CN", "_it");
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9_.-]+)\"");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:\\b[tn]|\\btext|\\bplural)\\((?:[a-z][\\w.()]*,\\s*)?\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"\\s*[,)]");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

  private final Map<String, Map<String, Map<String, String>>> features = read();

  @Test
  void every_feature_has_its_texts_in_five_languages() {
    assertThat(features).isNotEmpty();
    features.forEach((feature, languages) ->
        assertThat(languages.keySet()).as(feature).containsExactlyInAnyOrderElementsOf(SUFFIXES));
  }

  @Test
  void no_language_lacks_a_text_or_has_one_too_many() {
    each((where, texts) -> {
      var english = features.get(where.split("_")[0]).get("").keySet();
      boolean chinese = where.endsWith("_zh_CN");
      var expected =
          english.stream()
              .filter(k -> !chinese || !k.endsWith(".one"))
              .collect(Collectors.toCollection(TreeSet::new));
      var actual =
          texts.keySet().stream()
              .filter(k -> !chinese || !k.endsWith(".one"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(actual).as(where).isEqualTo(expected);
    });
  }

  @Test
  void no_text_is_empty_or_breaks_its_arguments() {
    each((where, texts) ->
        texts.forEach((key, text) -> {
          assertThat(text).as(where + " " + key).isNotBlank();
          var english =
              features.get(where.split("_")[0]).get("").get(key.replaceAll("\\.one$", ".other"));
          if (!key.endsWith(".one")) {
            assertThat(arguments(text))
                .as(where + " " + key)
                .isEqualTo(arguments(String.valueOf(english)));
          }
          if (!arguments(text).isEmpty()) {
            assertThat(new MessageFormat(text).format(new Object[] {7, "B", "C", "D", "E"}))
                .as(where + " " + key + ": an apostrophe in a pattern is written twice")
                .doesNotContain("{");
            assertThat(text.replace("''", "")).as(where + " " + key).doesNotContain("'");
          }
        }));
  }

  @Test
  void sentences_are_translated() {
    each((where, texts) -> {
      if (!where.contains("_")) {
        return;
      }
      var english = features.get(where.split("_")[0]).get("");
      texts.forEach((key, text) -> {
        if (text.split(" ").length > 4) {
          assertThat(text).as(where + " " + key).isNotEqualTo(english.get(key));
        }
      });
    });
  }

  @Test
  void every_text_that_is_asked_for_exists() throws IOException {
    var known = allEnglishKeys();
    var missing = new TreeSet<String>();
    for (var source : sources()) {
      var asked = ASKED.matcher(Files.readString(source));
      while (asked.find()) {
        var key = asked.group(1);
        boolean stem = known.stream().anyMatch(k -> k.startsWith(key + "."));
        if (!known.contains(key) && !stem) {
          missing.add(key + " in " + source.getFileName());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_text_is_asked_for() throws IOException {
    var literals = new TreeSet<String>();
    for (var source : sources()) {
      var literal = LITERAL.matcher(Files.readString(source));
      while (literal.find()) {
        literals.add(literal.group(1));
      }
    }
    var unused = new TreeSet<String>();
    for (var key : allEnglishKeys()) {
      if (!isUsed(key.replaceAll("\\.(one|other)$", ""), literals) && !isUsed(key, literals)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  /**
   * Written out, or composed of a stem and a part that are both written out, or of a stem that ends
   * with a dot and any part.
   */
  private static boolean isUsed(String key, Set<String> literals) {
    if (literals.contains(key)) {
      return true;
    }
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      boolean composed =
          literals.contains(key.substring(0, dot)) && literals.contains(key.substring(dot));
      if (composed || literals.contains(key.substring(0, dot + 1))) {
        return true;
      }
    }
    return false;
  }

  private void each(BiConsumer<String, Map<String, String>> check) {
    features.forEach((feature, languages) ->
        languages.forEach((suffix, texts) -> check.accept(feature + suffix, texts)));
  }

  private Set<String> allEnglishKeys() {
    return features.values().stream()
        .flatMap(f -> f.get("").keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> sources() throws IOException {
    var found = new ArrayList<Path>();
    for (var root : List.of(Path.of("src/main/java"), Path.of("src/main/jte"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(f -> f.toString().matches(".*\\.(java|jte)")).forEach(found::add);
      }
    }
    return found;
  }

  /**
   * Feature, then suffix of the language, then key. A key that stands twice in a file is a mistake
   * too.
   */
  private static Map<String, Map<String, Map<String, String>>> read() {
    var features = new TreeMap<String, Map<String, Map<String, String>>>();
    try (Stream<Path> files = Files.list(BUNDLES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
        var name = file.getFileName().toString().replace(".properties", "");
        var feature = name.split("_")[0];
        features
            .computeIfAbsent(feature, f -> new TreeMap<>())
            .put(name.substring(feature.length()), texts(file));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return features;
  }

  private static Map<String, String> texts(Path file) throws IOException {
    var once =
        new java.util.Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            assertThat(containsKey(key))
                .as(key + " stands twice in " + file.getFileName())
                .isFalse();
            return super.put(key, value);
          }
        };
    try (Reader in = Files.newBufferedReader(file)) {
      once.load(in);
    }
    var texts = new TreeMap<String, String>();
    once.stringPropertyNames().forEach(key -> texts.put(key, once.getProperty(key)));
    return texts;
  }
}
