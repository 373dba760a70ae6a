package org.insignia.openbadges.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference data in {@code insignia.shared}; a test that asks for something absent is skipped.
 */
public final class SharedFiles {
  private SharedFiles() {}

  /** A file or folder under {@code data/}. */
  public static Path path(String relative) {
    Path path = Path.of(System.getProperty("insignia.shared", "../../shared"), "data", relative);
    Assumptions.assumeTrue(Files.exists(path), "no reference data at " + path);
    return path;
  }

  /** The bytes of a file under {@code data/}. */
  public static Bytes bytes(String relative) {
    return bytes(path(relative));
  }

  /** The bytes of a file. */
  public static Bytes bytes(Path file) {
    try {
      return Bytes.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files in a folder under {@code data/} and all folders below, sorted by name. */
  public static List<Path> files(String relative, String suffix) {
    try (Stream<Path> walk = Files.walk(path(relative))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a JSON Lines file under {@code data/}. */
  public static List<JsonObject> jsonLines(String relative) {
    return bytes(relative)
        .utf8()
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> (JsonObject) Json.parse(line))
        .toList();
  }
}
