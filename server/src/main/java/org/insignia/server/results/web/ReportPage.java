package org.insignia.server.results.web;

import java.time.Instant;
import java.util.List;

/**
 * How far a file is read and what became of its rows.
 *
 * @param path this page's address without a filter
 * @param from how the file came, in words
 * @param problem why nothing could be read; empty where something could
 * @param verdict name of the verdict that is shown; empty for all
 * @param atStart whether the first rows are shown
 * @param later address of the next rows; empty on the last page
 * @param download address of the rows as CSV
 * @param kept so many refused rows are listed at most
 */
public record ReportPage(
    String slug,
    String path,
    String name,
    String tone,
    String state,
    boolean working,
    int percent,
    Instant received,
    String from,
    Counts counts,
    String problem,
    List<Part> parts,
    String verdict,
    List<Row> rows,
    boolean atStart,
    String later,
    String download,
    int kept) {
  public ReportPage {
    parts = List.copyOf(parts);
    rows = List.copyOf(rows);
  }

  /** How many rows there are of each verdict. */
  public record Counts(long rows, long accepted, long duplicates, long held, long refused) {}

  /** A file within an archive, or the file itself. */
  public record Part(String name, String tone, String state, List<String> remarks) {
    public Part {
      remarks = List.copyOf(remarks);
    }
  }

  /** One row and why it was judged so. */
  public record Row(
      String part,
      long line,
      String tone,
      String verdict,
      String column,
      List<String> why,
      String result,
      String candidate,
      String exam) {
    public Row {
      why = List.copyOf(why);
    }
  }
}
