package org.insignia.server.results.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.insignia.server.platform.csv.CsvLine;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.RowReport;
import org.insignia.server.results.Verdict;
import org.springframework.stereotype.Component;

/** What became of the rows of a file, as a table. */
@Component
public class ReportTable {
  private static final int AT_ONCE = 1_000;
  private static final List<String> COLUMNS =
      List.of("file", "line", "verdict", "column", "why", "result", "candidate", "exam");

  private final Intake intake;

  ReportTable(Intake intake) {
    this.intake = intake;
  }

  /** Texts in the language of whoever reads it. */
  @FunctionalInterface
  public interface Words {
    String text(String key, Object... args);
  }

  /**
   * Written as it is read, however many there are.
   *
   * @param shown empty: all
   */
  public void write(IntakeId id, Optional<Verdict> shown, Words words, Writer out)
      throws IOException {
    out.write('\ufeff'); // spreadsheets take a file without it for Windows-1252
    out.write(CsvLine.of(COLUMNS.stream().map(c -> words.text("results.column." + c)).toList()));
    Optional<RowReport> last = Optional.empty();
    while (true) {
      var rows = intake.rows(id, shown, last, AT_ONCE);
      for (var row : rows) {
        out.write(CsvLine.of(cells(row, words)));
      }
      if (rows.size() < AT_ONCE) {
        return;
      }
      last = Optional.of(rows.getLast());
    }
  }

  private static List<String> cells(RowReport row, Words words) {
    return List.of(
        row.part(),
        Long.toString(row.line()),
        words.text("results.verdict." + row.verdict()),
        row.column(),
        String.join(" ", Sentences.of(words, row.findings())),
        row.result(),
        row.candidate(),
        row.examCode());
  }
}
