package org.insignia.server.results.inbox;

import java.time.Instant;
import java.util.Optional;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.ProviderId;

/**
 * A file that was found in a watched folder, and what became of it.
 *
 * @param intake the file as it was taken in; for a repeated one, that of the first
 * @param keptAs folder and name under which it lies now; empty while it could not be moved
 */
public record InboxFile(
    ProviderId provider,
    String name,
    long size,
    Outcome outcome,
    IntakeId intake,
    Instant takenAt,
    Optional<String> keptAs) {
  /** What became of it. Names are stored and are keys of texts: add, never rename. */
  public enum Outcome {
    TAKEN,
    /** The same content was taken in before, and nothing of it was refused. */
    REPEATED,
    /** Nothing of it could be read. */
    REFUSED;

    /** Where such files are put. */
    String folder() {
      return this == REFUSED ? "refused" : "done";
    }
  }
}
