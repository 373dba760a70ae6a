package org.insignia.openbadges.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;

/**
 * Inputs to begin with: those that a target makes, those that once broke something, and the
 * reference data where it is at hand.
 */
final class Seeds {
  private static final Path KEPT = Path.of("src/test/resources/fuzz");
  private static final long LARGEST = 64 * 1024;

  private Seeds() {}

  /** Of all three kinds. */
  static List<Bytes> all(String name, FuzzTarget target) {
    List<Bytes> all = new ArrayList<>(target.seeds());
    all.addAll(kept(name));
    all.addAll(shared(target.folders()));
    return all;
  }

  /** What was found by fuzzing, one file for each mistake. */
  static List<Bytes> kept(String name) {
    return files(KEPT.resolve(name));
  }

  /** The smaller files in these folders of the reference data; none where it is absent. */
  static List<Bytes> shared(List<String> folders) {
    Path data = Path.of(System.getProperty("insignia.shared", "../../shared"), "data");
    return folders.stream().flatMap(folder -> files(data.resolve(folder)).stream()).toList();
  }

  private static List<Bytes> files(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> walk = Files.walk(folder)) {
      var contents = new ArrayList<Bytes>();
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) <= LARGEST) contents.add(Bytes.wrap(Files.readAllBytes(file)));
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
