package org.insignia.server.issuing.staff;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.RunRow;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.platform.csv.CsvLine;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of each row of a list, as a table: first what gave nothing, then what gave one. */
@Component
public class RunTable {
  private static final int AT_ONCE = 1_000;

  private final Runs runs;
  private final Settings settings;

  RunTable(Runs runs, Settings settings) {
    this.runs = runs;
    this.settings = settings;
  }

  /** Texts in the language of whoever reads it. */
  @FunctionalInterface
  public interface Words {
    String text(String key, Object... args);
  }

  /** Written as it is read, however many there are. */
  public void write(Run run, Words words, Writer out) throws IOException {
    out.write('\ufeff'); // spreadsheets take a file without it for Windows-1252
    var columns = Stream.of("line", "verdict", "recipient", "column", "why", "badge");
    out.write(CsvLine.of(columns.map(c -> words.text("issuing.report." + c)).toList()));
    write(run, null, words, out);
    write(run, Verdict.ISSUED, words, out);
  }

  private void write(Run run, @Nullable Verdict verdict, Words words, Writer out)
      throws IOException {
    long after = 0;
    while (true) {
      List<RunRow> rows = runs.rows(run, verdict, after, AT_ONCE);
      for (RunRow row : rows) {
        out.write(CsvLine.of(cells(row, words)));
        after = row.line();
      }
      if (rows.size() < AT_ONCE) {
        return;
      }
    }
  }

  private List<String> cells(RunRow row, Words words) {
    var credential = row.credential();
    return List.of(
        Long.toString(row.line()),
        words.text("issuing.verdict." + row.verdict().name()),
        row.recipient(),
        row.column(),
        Sentences.of(words, row.findings()),
        credential == null ? "" : settings.url("/badges/" + credential.value()).toString());
  }
}
