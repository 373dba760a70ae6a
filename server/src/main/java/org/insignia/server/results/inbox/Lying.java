package org.insignia.server.results.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that lies in a watched folder, as one look finds it.
 *
 * @param size bytes
 * @param touchedAt when it was written to last, to the millisecond
 * @param state whether it can be taken
 */
record Lying(Path path, String name, long size, Instant touchedAt, State state) {
  /** Whether it is a results file at all. Names are keys of texts. */
  enum State {
    /** A file, complete or still being written. */
    FILE,
    /** Its name says that it is not complete yet. */
    UNFINISHED,
    /** A symbolic link: it could lead anywhere. */
    LINK,
    /** Its name cannot be shown or kept. */
    ODD_NAME,
    /** Neither a file nor a folder. */
    ODD_KIND
  }

  /** How programs that copy name what they have not finished. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          ".*(~|\\.(part|partial|tmp|temp|filepart|crdownload|swp|download))",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 150;

  /** What lies there; empty for folders, hidden files and what is gone. */
  static Optional<Lying> at(Path path) {
    try {
      var name = path.getFileName().toString();
      var attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory() || name.startsWith(".")) {
        return Optional.empty();
      }
      return Optional.of(
          new Lying(
              path,
              name,
              attributes.size(),
              attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS),
              state(name, attributes)));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static State state(String name, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return State.LINK;
    }
    if (!attributes.isRegularFile()) {
      return State.ODD_KIND;
    }
    if (name.length() > LONGEST || name.chars().anyMatch(Lying::isOdd)) {
      return State.ODD_NAME;
    }
    return UNFINISHED.matcher(name).matches() ? State.UNFINISHED : State.FILE;
  }

  /**
   * What no table, page or other file system could hold; the last is what bytes that are no text
   * read as.
   */
  private static boolean isOdd(int c) {
    return Character.isISOControl(c)
        || Character.isSurrogate((char) c)
        || Character.getType(c) == Character.FORMAT
        || c == '\\'
        || c == 0xFFFD;
  }

  /** Whether nobody wrote to it since the other look. */
  boolean isAs(Lying before) {
    return size == before.size && touchedAt.equals(before.touchedAt);
  }
}
