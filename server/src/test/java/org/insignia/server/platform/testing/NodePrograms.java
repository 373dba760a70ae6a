package org.insignia.server.platform.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/**
 * Programs for Node in {@code src/test/node}, which use what others published: each prints one JSON
 * object. Their packages are installed once, into {@code target/node}, by {@code npm ci}. A test
 * that asks for one is skipped, and says so, where there is no Node or where the packages are
 * neither here nor to be had.
 */
public final class NodePrograms {
  private static final Path SOURCES = Path.of("src/test/node");
  private static final Path INSTALLED = Path.of("target/node").toAbsolutePath();
  private static final Path STAMP = INSTALLED.resolve("node_modules/.installed");
  private static final int OLDEST = 20;
  private static final long PATIENCE_SECONDS = 240;
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED"
              + "|ERR_SOCKET_TIMEOUT|E40[137]|E50[0-9]|network");

  private NodePrograms() {}

  /**
   * What a program found.
   *
   * @param program its file in {@code src/test/node}
   * @throws AssertionError with all it said, where it ends other than well
   */
  public static synchronized JsonObject run(String program, String... arguments) {
    install();
    var command = new ArrayList<>(List.of("node", "--no-warnings", program));
    command.addAll(List.of(arguments));
    var said = end(command, INSTALLED);
    if (said.exit() != 0) {
      throw new AssertionError(program + " ended with " + said.exit() + "\n" + said.all());
    }
    return (JsonObject) Json.parse(said.output());
  }

  private record Said(int exit, String output, String errors) {
    String all() {
      return output + "\n" + errors;
    }
  }

  private static void install() {
    var version = version();
    assumeTrue(version >= OLDEST, "needs Node " + OLDEST + " or newer, and npm");
    try {
      Files.createDirectories(INSTALLED);
      var lock = Files.readString(SOURCES.resolve("package-lock.json"));
      // Test processes run side by side, and share the folder.
      try (var channel =
              FileChannel.open(
                  INSTALLED.resolveSibling("node.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var held = channel.lock()) {
        copySources();
        if (!held.isValid() || Files.exists(STAMP) && Files.readString(STAMP).equals(lock)) {
          return;
        }
        var said =
            end(
                List.of(
                    "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"),
                INSTALLED);
        assumeTrue(
            said.exit() == 0 || !NO_NETWORK.matcher(said.all()).find(),
            "the packages of src/test/node cannot be had: " + said.all().lines().findFirst());
        if (said.exit() != 0) {
          throw new AssertionError("npm ci: " + said.all());
        }
        Files.writeString(STAMP, lock);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Programs stand beside the packages, where Node looks for those. */
  private static void copySources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var copy = INSTALLED.resolve(file.getFileName());
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
          var fresh = Files.createTempFile(INSTALLED, "new", ".tmp");
          Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
          Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
  }

  private static int version() {
    try {
      var node = end(List.of("node", "--version"), Path.of("."));
      var npm = end(List.of("npm", "--version"), Path.of("."));
      return node.exit() != 0 || npm.exit() != 0
          ? 0
          : Integer.parseInt(node.output().strip().substring(1).split("\\.")[0]);
    } catch (UncheckedIOException e) {
      return 0; // there is no such program
    }
  }

  private static Said end(List<String> command, Path folder) {
    File output = null;
    File errors = null;
    try {
      output = File.createTempFile("node", ".out");
      errors = File.createTempFile("node", ".err");
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output)
              .redirectError(errors)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            command + " did not end; it said " + Files.readString(errors.toPath()));
      }
      return new Said(
          process.exitValue(),
          Files.readString(output.toPath()),
          Files.readString(errors.toPath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      delete(output);
      delete(errors);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable File file) {
    if (file != null && !file.delete()) {
      file.deleteOnExit();
    }
  }
}
