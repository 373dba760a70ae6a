package org.insignia.server.issuing.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a list is and what became of its rows.
 *
 * @param state name of the state
 * @param tried whether the figures say what would happen, not what did
 * @param pace rows a second and the remaining time, in words; empty where nothing can be said
 * @param notBefore when it begins; null: it has, or at once
 * @param unsigned badges of the organisation that still wait for their signature
 * @param verdict name of what is shown of the rows; empty: all that gave nothing
 * @param kept how many rows are kept one by one, where there are more; else 0
 * @param when what was typed as the time to begin
 * @param wrongMoment whether that is no time in the future
 */
public record RunPage(
    String slug,
    String organisation,
    String path,
    String name,
    String tone,
    String state,
    String stateText,
    Instant received,
    String problem,
    boolean tried,
    Counts counts,
    int percent,
    String pace,
    @Nullable Instant notBefore,
    int unsigned,
    boolean quiet,
    String verdict,
    List<Row> rows,
    String later,
    String download,
    int kept,
    String when,
    boolean wrongMoment) {

  /** Rows by what became of them. */
  public record Counts(long rows, long accepted, long duplicates, long refused) {}

  /**
   * One row.
   *
   * @param path the badge it gave; empty where it gave none
   */
  public record Row(
      long line,
      String tone,
      String verdict,
      String column,
      String why,
      String recipient,
      String path) {}

  /** Whether it is at work and moves. */
  public boolean isMoving() {
    return state.equals("CHECKING") || (state.equals("RUNNING") && notBefore == null);
  }

  RunPage withWrongMoment(String typed) {
    return new RunPage(
        slug,
        organisation,
        path,
        name,
        tone,
        state,
        stateText,
        received,
        problem,
        tried,
        counts,
        percent,
        pace,
        notBefore,
        unsigned,
        quiet,
        verdict,
        rows,
        later,
        download,
        kept,
        typed,
        true);
  }
}
