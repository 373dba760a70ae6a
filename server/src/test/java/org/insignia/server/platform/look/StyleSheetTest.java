package org.insignia.server.platform.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A class of ours that a template names is styled, or looked for by a script. */
class StyleSheetTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path ASSETS = Path.of("src/main/resources/static/assets");
  private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]*)\"");
  private static final Pattern OURS = Pattern.compile("(?<![\\w-])in-[a-z][a-z0-9-]*");

  @Test
  void every_class_that_a_template_names_is_known_to_a_style_or_script() throws IOException {
    var known = new TreeSet<String>();
    for (var asset : files(ASSETS)) {
      var name = asset.toString();
      if (name.endsWith(".css") || name.endsWith(".js")) {
        OURS.matcher(Files.readString(asset)).results().forEach(m -> known.add(m.group()));
      }
    }
    var unknown = new TreeSet<String>();
    for (var template : files(TEMPLATES)) {
      CLASSES
          .matcher(Files.readString(template))
          .results()
          .flatMap(m -> OURS.matcher(m.group(1)).results())
          .filter(m -> !known.contains(m.group()))
          .forEach(m -> unknown.add(TEMPLATES.relativize(template) + ": " + m.group()));
    }
    assertThat(unknown).isEmpty();
  }

  private static Set<Path> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
