package org.insignia.server.sharing.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found, in one language.
 *
 * @param issuer the organisation's name
 * @param picture path of its picture; empty where it has none
 * @param lastDay the last day on which it can, or could, be earned; null where there is none
 */
public record DirectoryEntry(
    Kind kind,
    UUID ref,
    String path,
    String title,
    String issuer,
    String picture,
    @Nullable LocalDate lastDay,
    List<String> skills) {
  public DirectoryEntry {
    skills = List.copyOf(skills);
  }

  /** What it is. */
  public enum Kind {
    ORGANISATION,
    EXAM,
    CERTIFICATION,
    /** An achievement that staff made. */
    OWN
  }
}
