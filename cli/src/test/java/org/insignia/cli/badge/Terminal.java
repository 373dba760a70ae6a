package org.insignia.cli.badge;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import picocli.CommandLine;

/** Runs commands and keeps what they print. */
final class Terminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** The exit code. */
  int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Insignia.commandLine(
            new PrintWriter(out, true), new PrintWriter(err, true), CommandLine.defaultFactory())
        .execute(words);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** A file of the reference data; where it is absent, the test is skipped and says so. */
  static String shared(String name) {
    Path path = Path.of(System.getProperty("insignia.shared", "../../shared"), "data", name);
    Assumptions.assumeTrue(Files.exists(path), "no reference data at " + path);
    return path.toString();
  }
}
