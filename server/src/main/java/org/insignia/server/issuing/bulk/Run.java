package org.insignia.server.issuing.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * A list that staff brought, and how far it is.
 *
 * @param by who brought it, as in the audit
 * @param problem why it cannot be read; empty where it can
 * @param notBefore when issuing may begin; null: at once
 * @param worked how long has been worked on this reading in all
 */
public record Run(
    UUID id,
    OrganisationId organisation,
    String fileName,
    long size,
    String sha256,
    String by,
    Instant receivedAt,
    State state,
    List<Finding> problem,
    Shape shape,
    Choices choices,
    Counts counts,
    long position,
    long line,
    Duration worked,
    @Nullable Instant notBefore,
    @Nullable Instant finishedAt) {
  public Run {
    problem = List.copyOf(problem);
  }

  /** Where a list stands. Names are stored and are keys of texts. */
  public enum State {
    /** Its columns are to be looked at. */
    OPEN,
    /** It is read through without effect. */
    CHECKING,
    /** That was done; it can be started. */
    CHECKED,
    RUNNING,
    DONE,
    /** What was issued until then stays. */
    CANCELLED,
    /** It cannot be read. */
    REFUSED;

    /** Whether a worker reads it. */
    public boolean isAtWork() {
      return this == CHECKING || this == RUNNING;
    }

    /** Whether nothing more becomes of it. */
    public boolean isOver() {
      return this == DONE || this == CANCELLED || this == REFUSED;
    }
  }

  /** How its bytes are rows. */
  public record Shape(
      Encoding encoding,
      char separator,
      List<String> header,
      ColumnPlan plan,
      long position,
      long line) {
    public Shape {
      header = List.copyOf(header);
    }
  }

  /**
   * What was chosen for all of its rows.
   *
   * @param achievement for rows that name no badge; null where each names one
   * @param language of the mails, for rows that name none
   * @param quiet whether nobody gets a mail
   */
  public record Choices(@Nullable AchievementId achievement, Language language, boolean quiet) {
    /** Nothing chosen. */
    public static final Choices NONE = new Choices(null, Language.EN, false);
  }

  /** Rows of the present reading by what became of them; in a reading without effect, would. */
  public record Counts(long rows, long accepted, long duplicates, long refused) {}

  /** Whether its counts say what was given, not what would be. */
  public boolean hasGiven() {
    return state == State.RUNNING || state == State.DONE || state == State.CANCELLED;
  }

  /** How much of the file is read. */
  public int percent() {
    long rows = size - shape.position();
    return rows <= 0 ? 100 : (int) (100 * Math.max(0, position - shape.position()) / rows);
  }

  /** Rows in a second of work; 0 while nothing can be said. */
  public long rate() {
    long millis = worked.toMillis();
    return millis < 200 ? 0 : counts.rows() * 1_000 / millis;
  }

  /** How long the rest will take at the same pace; null while nothing can be said. */
  public @Nullable Duration left() {
    long read = position - shape.position();
    return read <= 0 || worked.toMillis() < 200
        ? null
        : Duration.ofMillis((long) ((double) worked.toMillis() / read * (size - position)));
  }
}
