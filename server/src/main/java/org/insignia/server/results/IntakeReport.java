package org.insignia.server.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * How far a file has been read and what came of it. Cheap to ask for again and again.
 *
 * @param provider the sender; null where each row says it
 * @param size bytes of the file as it came
 * @param by who handed it in, as the audit names them; {@code inbox:PROVIDER} for the watched
 *     folder
 * @param rows those judged so far; the sum of the four counts
 * @param problem why nothing of the file can be read
 * @param finishedAt null while it is worked on
 */
public record IntakeReport(
    IntakeId id,
    OrganisationId organisation,
    String fileName,
    Optional<ProviderId> provider,
    State state,
    long size,
    String by,
    Instant receivedAt,
    @Nullable Instant finishedAt,
    long rows,
    long accepted,
    long duplicates,
    long held,
    long refused,
    int percent,
    Optional<Finding> problem,
    List<Part> parts) {
  public IntakeReport {
    parts = List.copyOf(parts);
  }

  /** Where a file or a part of it stands. */
  public enum State {
    /** Rows are left to judge. */
    WAITING,
    /** Every row was judged. */
    DONE,
    /** It is of a kind that says nothing about results. */
    SKIPPED,
    /** Nothing of it could be read. */
    REFUSED
  }

  /**
   * A file within an archive, or the file itself.
   *
   * @param finding why it was skipped or refused
   * @param notices what was unusual and did no harm
   */
  public record Part(
      String name, State state, long rows, Optional<Finding> finding, List<Finding> notices) {
    public Part {
      notices = List.copyOf(notices);
    }
  }
}
