package org.insignia.server.platform.csv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a table that spreadsheets open: a cell that they would run as a formula is made a text.
 */
public final class CsvLine {
  /** What begins a formula, also in full-width letters; tab and line ends hide one behind them. */
  private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%";

  private CsvLine() {}

  /** One line of these cells, with its end. */
  public static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    var start = text.stripLeading();
    boolean dangerous =
        !text.isEmpty()
            && (DANGEROUS.indexOf(text.charAt(0)) >= 0
                || (!start.isEmpty() && DANGEROUS.indexOf(start.charAt(0)) >= 0));
    return '"' + (dangerous ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
