package org.insignia.server.issuing.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.Encoding;
import org.insignia.server.results.feed.RawRow;
import org.insignia.server.results.feed.RowReader;
import org.insignia.server.results.feed.Sighting;

/** What a file is, judged by its first bytes: a list with a header, or why not. */
sealed interface ListSighting {
  /**
   * A list.
   *
   * @param position number of bytes before its first row
   * @param line number of the line on which that row begins
   */
  record Table(List<String> header, char separator, long position, long line)
      implements ListSighting {
    public Table {
      header = List.copyOf(header);
    }
  }

  /** Nothing that can be read as a list. */
  record Unusable(Finding why) implements ListSighting {}

  static ListSighting of(byte[] head, Encoding encoding) {
    Finding foreign = Sighting.foreign(head);
    if (foreign != null) {
      return new Unusable(foreign);
    }
    int mark = head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB ? 3 : 0;
    var start = new String(head, mark, head.length - mark, StandardCharsets.UTF_8).stripLeading();
    if (start.isEmpty()) {
      return new Unusable(Finding.of("file.empty"));
    }
    char separator = separator(start.lines().findFirst().orElse(""));
    try {
      var in = new ByteArrayInputStream(head, mark, head.length - mark);
      var reader = new RowReader(in, separator, encoding, mark, 1);
      return switch (reader.next()) {
        case RawRow.Cells c -> table(c.cells(), separator, reader);
        case RawRow.Broken b -> new Unusable(Finding.of("file.header-unreadable", b.why().code()));
        case null -> new Unusable(Finding.of("file.empty"));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static ListSighting table(List<String> cells, char separator, RowReader reader) {
    if (ColumnPlan.guess(cells).known() == 0 && cells.size() < 2) {
      return new Unusable(Finding.of("issue.no-table"));
    }
    return new Table(cells, separator, reader.position(), reader.line());
  }

  /** The one under which most columns are known; of those, under which there are most. */
  private static char separator(String line) {
    char best = ',';
    long most = -1;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      List<String> cells = new ArrayList<>();
      for (var cell : line.split(java.util.regex.Pattern.quote(String.valueOf(candidate)), -1)) {
        cells.add(cell.replace("\"", ""));
      }
      long score = 1_000 * ColumnPlan.guess(cells).known() + Math.min(cells.size(), 999);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }
}
