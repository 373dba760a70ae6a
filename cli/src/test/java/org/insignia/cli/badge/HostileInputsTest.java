package org.insignia.cli.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever file a command is given, it ends soon, with one of its codes and in plain words. */
class HostileInputsTest {
  private static final Duration LONGEST = Duration.ofSeconds(10); // two, on a machine that is busy
  private static final int SHARES = 12;
  private static final List<String> AREAS =
      List.of(
          "archives",
          "ext-image-png-bugs",
          "ext-jcs",
          "ext-json-parsing",
          "ext-json-transform",
          "ext-libpng-crashers",
          "ext-pngsuite",
          "ext-rdf-canon",
          "png-baked",
          "rdf-poison",
          "status-list",
          "svg",
          "vc-jcs",
          "vc-jwt",
          "vc-rdfc-mutations");

  private final Terminal terminal = new Terminal();
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify FILE",
        "verify --json FILE",
        "inspect FILE",
        "inspect --json FILE",
        "unbake FILE",
        "canonize FILE",
        "canonize --examples FILE",
        "derive --show /name FILE",
        "status show FILE 1",
        "sign --key KEY FILE",
        "sign --key FILE FILE",
        "sign --key KEY --suite jwt FILE",
        "bake FILE PICTURE -o OUT",
        "bake CREDENTIAL FILE -o OUT",
        "vc-jose-cose verify --input FILE --key KEY --feature credential_jose --output OUT",
        "vc-jose-cose verify --input FILE --key KEY --feature credential_sdjwt --output OUT",
        "vc-jose-cose verify --input FILE --key KEY --feature credential_cose --output OUT",
        "vc-jose-cose issue --input FILE --key KEY --feature credential_sdjwt --output OUT"
      })
  void a_command_ends_in_plain_words(String command) {
    Path key = folder.resolve("key.json");
    assertThat(terminal.run("keygen", key.toString())).isZero();
    for (Path file : files(command)) {
      String[] words =
          Stream.of(command.split(" "))
              .map(word ->
                  switch (word) {
                    case "FILE" -> file.toString();
                    case "KEY" -> key.toString();
                    case "OUT" -> folder.resolve("out").toString();
                    case "PICTURE" -> Terminal.shared("standards/own/baked/unbaked.png");
                    case "CREDENTIAL" ->
                        Terminal.shared("standards/own/ob30-signed/minimal.eddsa-rdfc-2022.json");
                    default -> word;
                  })
              .toArray(String[]::new);
      long start = System.nanoTime();
      int code = terminal.run(words);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertThat(terminal.err()).as("%s", file).doesNotContain("Exception", "\tat ");
      assertThat(code).as("%s %s", file, terminal.err()).isIn(0, 1, 2, 3, 64);
      assertThat(taken).as("%s", file).isLessThan(LONGEST);
    }
  }

  /** All for the command that is made for them; for the others each time other ones of them. */
  private static List<Path> files(String command) {
    List<Path> all =
        AREAS.stream()
            .map(area -> Path.of(Terminal.shared("hostile/" + area)))
            .flatMap(HostileInputsTest::walk)
            .filter(Files::isRegularFile)
            .sorted()
            .toList();
    int share = Math.floorMod(command.hashCode(), SHARES);
    return command.equals("verify --json FILE")
        ? all
        : IntStream.range(0, all.size())
            .filter(i -> i % SHARES == share)
            .mapToObj(all::get)
            .toList();
  }

  private static Stream<Path> walk(Path area) {
    try {
      return Files.walk(area);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
