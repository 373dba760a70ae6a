package org.insignia.server.insights.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.insignia.server.insights.format.FeedReader;

/** The documents of one run, on disk until they are published; gone with the run. */
final class Spool implements AutoCloseable {
  private final Path folder;
  private int documents;

  /**
   * A document of the run.
   *
   * @param file holds it as it came
   */
  record Document(Path file, FeedReader.Source source) {}

  Spool(Path root, UUID run) {
    try {
      this.folder = Files.createDirectories(root.resolve(run.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep documents in " + root, e);
    }
  }

  /** A file for the next document. */
  Path next() {
    return folder.resolve(Integer.toString(documents++));
  }

  @Override
  public void close() {
    remove(folder);
  }

  /** Removes what runs left behind that were killed. */
  static void removeOld(Path root, Instant before) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (var runs = Files.list(root)) {
      for (var run : runs.toList()) {
        if (Files.getLastModifiedTime(run).toInstant().isBefore(before)) {
          remove(run);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look through " + root, e);
    }
  }

  private static void remove(Path root) {
    try (var below = Files.walk(root)) {
      for (var path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + root, e);
    }
  }
}
