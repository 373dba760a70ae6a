package org.insignia.server.results.feed;

import java.util.List;
import org.insignia.server.results.Finding;

/** What a record of a file turned out to be. */
public sealed interface ParsedRow {
  /** The line on which it begins. */
  long line();

  /**
   * A result.
   *
   * @param notes what was unusual and did not prevent reading it
   */
  record Result(long line, ResultRow row, List<Finding> notes) implements ParsedRow {
    public Result {
      notes = List.copyOf(notes);
    }
  }

  /** A candidate without a result. */
  record Candidate(long line, CandidateRow row) implements ParsedRow {}

  /**
   * Neither.
   *
   * @param column name of the column to blame as the file spells it; empty where it is the row as a
   *     whole
   * @param hint the ids that could be read all the same, so that the row is found again
   */
  record Refused(long line, String column, Finding why, Hint hint) implements ParsedRow {}

  /** What a person looks for in a report; empty texts where the row does not tell. */
  record Hint(String result, String candidate, String examCode) {
    static final Hint NONE = new Hint("", "", "");
  }
}
