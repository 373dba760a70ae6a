package org.insignia.server.results.inbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folders on this node, and moving a file out of the way without ever overwriting another. */
final class Places {
  /** More files of one name than this are somebody's mistake. */
  private static final int MOST_OF_A_NAME = 10_000;

  private Places() {}

  /** Whether it is a folder itself, and not a link to one. */
  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** What lies in a folder, by name; nothing if it is none. */
  static List<Path> in(Path folder) {
    if (!isFolder(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException gone) {
      return List.of();
    }
  }

  /**
   * Moves a file into a folder beside it, under its name, or that name with a number. The name is
   * taken by an empty file first, which fails if it is there: so two nodes never take one name.
   *
   * @return the name it has now
   */
  static String move(Path file, String folder) throws IOException {
    var target = file.resolveSibling(folder);
    if (!isFolder(target)) {
      Files.createDirectory(target);
    }
    for (int number = 1; number <= MOST_OF_A_NAME; number++) {
      var place = target.resolve(numbered(file.getFileName().toString(), number));
      try {
        Files.createFile(place);
      } catch (FileAlreadyExistsException taken) {
        continue;
      }
      try {
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Files.deleteIfExists(place);
        throw e;
      }
      return place.getFileName().toString();
    }
    throw new IOException("there are " + MOST_OF_A_NAME + " files of this name in " + target);
  }

  /** {@code march.csv}, {@code march-2.csv}, ... */
  static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + "-" + number
        : name.substring(0, dot) + "-" + number + name.substring(dot);
  }
}
