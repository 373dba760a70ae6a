package org.insignia.server.catalog.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reference catalogue beside the project; a test that asks for it is skipped where it is
 * absent.
 */
public final class SharedCatalogue {
  private SharedCatalogue() {}

  /** All files of the folder, recursive, in the order of their names. */
  public static List<SourceFile> whole() {
    return files("");
  }

  /** The files below it whose name contains a text. */
  public static List<SourceFile> files(String containing) {
    Path folder =
        Path.of(System.getProperty("insignia.shared", "../../shared"))
            .resolve("data/catalogue/ms-learn-certs");
    assumeTrue(Files.isDirectory(folder), "reference data is not here: " + folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().contains(containing))
          .sorted()
          .map(SourceFile::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
