package org.insignia.openbadges.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.junit.jupiter.api.Assumptions;

/** The reference data beside the project; where it is absent, the test is skipped and says so. */
public final class SharedFiles {
  private SharedFiles() {}

  /** A file or folder below {@code data/}. */
  public static Path path(String name) {
    Path root = Path.of(System.getProperty("insignia.shared", "../../shared"));
    Assumptions.assumeTrue(Files.isDirectory(root), "no reference data at " + root);
    return root.resolve("data").resolve(name);
  }

  public static Bytes bytes(String name) {
    return bytes(path(name));
  }

  public static Bytes bytes(Path file) {
    try {
      return Bytes.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String name) {
    return bytes(name).utf8();
  }

  /** The files of a folder and below it, sorted. */
  public static List<Path> files(String folder) {
    try (Stream<Path> all = Files.walk(path(folder))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
