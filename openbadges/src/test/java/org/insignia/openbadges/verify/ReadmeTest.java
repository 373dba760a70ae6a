package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles as it stands there, and does what it says. */
class ReadmeTest {
  private static final String IMPORTS =
      Stream.of("baking", "json", "key", "model", "proof", "report", "verify")
          .map(name -> "import org.insignia.openbadges." + name + ".*;\n")
          .collect(Collectors.joining());

  @Test
  void the_ten_lines_of_the_readme_make_a_badge_that_verifies(@TempDir Path classes)
      throws Exception {
    Bytes png = SharedFiles.bytes("standards/own/baked/unbaked.png");
    String lines = snippet(Files.readString(Path.of("README.md")));
    String source =
        IMPORTS
            + "import org.insignia.openbadges.json.JsonValue.JsonObject;\n"
            + "import java.security.SecureRandom;\nimport java.time.Instant;\n"
            + "import java.util.*;\n"
            + "public class Ten {\n  public static Report lines(Bytes png) {\n"
            + lines
            + "    return report;\n  }\n}\n";
    compile(source, classes);
    try (var loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Object report = loader.loadClass("Ten").getMethod("lines", Bytes.class).invoke(null, png);
      assertThat(((Report) report).verdict()).isEqualTo(Verdict.VALID);
      assertThat(((Report) report).conformant()).isTrue();
    }
    assertThat(lines.lines().filter(line -> line.contains(";"))).hasSizeLessThanOrEqualTo(10);
  }

  private static String snippet(String readme) {
    int from = readme.indexOf("```java\n") + "```java\n".length();
    return readme.substring(from, readme.indexOf("```", from));
  }

  private static void compile(String source, Path classes) throws Exception {
    Path file = Files.writeString(classes.resolve("Ten.java"), source);
    String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
    Process compiler =
        new ProcessBuilder(javac, "-proc:none", "-cp", classPath(), file.toString())
            .redirectErrorStream(true)
            .start();
    String messages = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(compiler.waitFor()).as("%s\n%s", messages, source).isZero();
  }

  private static String classPath() {
    return Stream.of("jdk.module.path", "java.class.path")
        .map(name -> System.getProperty(name, ""))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
