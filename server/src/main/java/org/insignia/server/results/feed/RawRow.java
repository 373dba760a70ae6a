package org.insignia.server.results.feed;

import java.util.List;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;

/** One record as it stands in a file. */
public sealed interface RawRow {
  /** The line on which it begins; the first line of a file is 1. */
  long line();

  /**
   * It could be cut into cells.
   *
   * @param ended false for the last record of a file that has no line end: it may have been cut off
   */
  record Cells(long line, List<String> cells, boolean ended) implements RawRow {
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /**
   * It could not.
   *
   * @param cell index of the cell that is to blame, from 0; null where it is the record as a whole
   */
  record Broken(long line, @Nullable Integer cell, Finding why) implements RawRow {}
}
