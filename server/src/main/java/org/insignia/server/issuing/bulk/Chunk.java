package org.insignia.server.issuing.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.issuing.hand.WishReader;
import org.insignia.server.issuing.hand.WishReader.Reading;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.RawRow;
import org.insignia.server.results.feed.RowReader;

/**
 * Some rows of a list as they were read, and the place behind them.
 *
 * @param refused rows that cannot be read
 */
record Chunk(List<Wish> wishes, List<RunRow> refused, long position, long line, boolean finished) {
  Chunk {
    wishes = List.copyOf(wishes);
    refused = List.copyOf(refused);
  }

  static Chunk read(Run run, RowReader rows, WishReader reader, int most) throws IOException {
    List<Wish> wishes = new ArrayList<>();
    List<RunRow> refused = new ArrayList<>();
    for (var raw = rows.next(); raw != null; raw = rows.next()) {
      switch (raw) {
        case RawRow.Broken b -> refused.add(broken(run, b));
        case RawRow.Cells c -> read(run, c, reader, wishes, refused);
      }
      if (wishes.size() + refused.size() == most) {
        boolean finished = rows.position() >= run.size();
        return new Chunk(wishes, refused, rows.position(), rows.line(), finished);
      }
    }
    return new Chunk(wishes, refused, run.size(), rows.line(), true);
  }

  private static RunRow broken(Run run, RawRow.Broken broken) {
    Integer cell = broken.cell();
    List<String> header = run.shape().header();
    String column = cell == null || cell >= header.size() ? "" : header.get(cell).strip();
    return RunRow.without(broken.line(), Verdict.REFUSED, column, List.of(broken.why()), "");
  }

  private static void read(
      Run run, RawRow.Cells raw, WishReader reader, List<Wish> wishes, List<RunRow> refused) {
    int width = run.shape().header().size();
    List<String> cells = fitted(raw.cells(), width);
    Map<Column, String> texts = run.shape().plan().read(cells);
    String mailbox = texts.getOrDefault(Column.MAILBOX, "").strip();
    if (cells.size() != width) {
      var why = wrongCount(raw, cells.size(), width);
      refused.add(RunRow.without(raw.line(), Verdict.REFUSED, "", List.of(why), mailbox));
      return;
    }
    switch (reader.read(texts, "list:" + run.sha256() + ":" + raw.line(), raw.line())) {
      case Reading.Sound s -> wishes.add(s.wish());
      case Reading.Unsound u -> {
        var findings = u.wrongs().stream().map(WishReader.Wrong::why).toList();
        String column = nameOf(run, u.wrongs().getFirst().column());
        refused.add(RunRow.without(raw.line(), Verdict.REFUSED, column, findings, mailbox));
      }
    }
  }

  /** The column as the file spells it. */
  private static String nameOf(Run run, Column column) {
    int at = run.shape().plan().columns().indexOf(column);
    return at < 0 ? "" : run.shape().header().get(at).strip();
  }

  private static Finding wrongCount(RawRow.Cells raw, int cells, int width) {
    if (cells < width) {
      return Finding.of(raw.ended() ? "too-few-cells" : "truncated", cells, width);
    }
    return Finding.of("more-cells-than-columns", cells, width);
  }

  /** Empty cells at the end that no column belongs to are no reason to refuse. */
  private static List<String> fitted(List<String> cells, int width) {
    int size = cells.size();
    while (size > width && cells.get(size - 1).isBlank()) {
      size--;
    }
    return cells.subList(0, size);
  }
}
