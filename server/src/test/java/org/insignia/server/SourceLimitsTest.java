package org.insignia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sizes that house style allows: over a limit, a concept is missing. */
class SourceLimitsTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_FILES = 25;

  @Test
  void files_have_at_most_400_lines_and_packages_at_most_25_files() throws IOException {
    var wrong = new TreeSet<String>();
    Map<Path, Integer> packages = new HashMap<>();
    for (var file : sources()) {
      packages.merge(file.getParent(), 1, Integer::sum);
      try (var lines = Files.lines(file)) {
        var count = lines.count();
        if (count > MOST_LINES) {
          wrong.add(file + " has " + count + " lines");
        }
      }
    }
    packages.forEach((folder, count) -> {
      if (count > MOST_FILES + 1) { // package-info.java is not a concept
        wrong.add(folder + " has " + count + " files");
      }
    });
    assertThat(wrong).isEmpty();
  }

  /** A type that ends in one of these does not say what it does. */
  static final List<String> EMPTY_WORDS =
      List.of(
          "Util",
          "Utils",
          "Helper",
          "Manager",
          "Impl",
          "Base",
          "Processor",
          "Handler",
          "Data",
          "Info",
          "Dto",
          "Vo");

  @Test
  void every_file_is_named_after_what_it_does() throws IOException {
    var wrong = new TreeSet<Path>();
    for (var file : sources()) {
      var name = file.getFileName().toString().replace(".java", "");
      if (saysNothing(name)) {
        wrong.add(file);
      }
    }
    assertThat(wrong).isEmpty();
  }

  static boolean saysNothing(String type) {
    return EMPTY_WORDS.stream().anyMatch(type::endsWith) || type.startsWith("Abstract");
  }

  @Test
  void every_package_says_what_it_holds() throws IOException {
    var wrong = new TreeSet<Path>();
    for (var file : sources()) {
      if (file.toString().endsWith(".java")
          && !file.endsWith("module-info.java")
          && !Files.exists(file.resolveSibling("package-info.java"))) {
        wrong.add(file.getParent());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> here = walk(Path.of("src/main/java"));
        Stream<Path> library = walk(Path.of("../openbadges/src/main/java"));
        Stream<Path> outbound = walk(Path.of("../outbound/src/main/java"));
        Stream<Path> cli = walk(Path.of("../cli/src/main/java"))) {
      return Stream.of(here, library, outbound, cli)
          .flatMap(s -> s)
          .filter(f -> f.toString().endsWith(".java"))
          .toList();
    }
  }

  private static Stream<Path> walk(Path folder) throws IOException {
    return Files.exists(folder) ? Files.walk(folder) : Stream.empty();
  }
}
