package org.insignia.server.insights.wage;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a national or state file of the Occupational Employment and Wage Statistics, saved as CSV:
 * columns are found by their names, cells without a figure stay empty ({@code *}), and cells at the
 * top ({@code #}) are told as the top.
 */
final class OewsFile {
  private static final List<String> PERCENTILES =
      List.of("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90");
  private static final int LONGEST_LINE = 20_000;

  private final BufferedReader in;
  private final int year;
  private final char separator;
  private final Map<String, Integer> columns = new HashMap<>();
  private int line = 1;

  OewsFile(BufferedReader in, int year) throws IOException {
    this.in = in;
    this.year = year;
    var head = in.readLine();
    if (head == null || head.length() > LONGEST_LINE) {
      throw new Problem.Invalid("file", "the file is empty or no CSV");
    }
    separator = head.chars().filter(c -> c == ';').count() > 3 ? ';' : ',';
    var names = cells(head.replace("\uFEFF", ""));
    for (int i = 0; i < names.size(); i++) {
      columns.put(names.get(i).strip().toUpperCase(Locale.ROOT), i);
    }
    for (var needed : List.of("OCC_CODE", "OCC_TITLE", "A_MEDIAN", "AREA_TITLE")) {
      if (!columns.containsKey(needed)) {
        throw new Problem.Invalid(
            "file",
            "column "
                + needed
                + " is missing: take a national or state file with percentiles of"
                + " bls.gov/oes and save its first sheet as CSV");
      }
    }
  }

  /** The next detailed occupation; empty at the end. */
  Optional<Wage> next() throws IOException {
    for (var text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (text.length() > LONGEST_LINE) {
        throw new Problem.Invalid("file", "line " + line + " is too long");
      }
      var row = cells(text);
      var code = cell(row, "OCC_CODE");
      var area = area(row);
      // Groups of occupations say nothing of a job.
      if (area != null && code.matches("\\d{2}-\\d{4}") && !code.endsWith("0") && isWhole(row)) {
        return Optional.of(wage(row, area, code));
      }
    }
    return Optional.empty();
  }

  /** Not the part of an industry or of an owner. */
  private boolean isWhole(List<String> row) {
    var industry = cell(row, "I_GROUP");
    return industry.isEmpty() || industry.equals("cross-industry");
  }

  private @Nullable String area(List<String> row) {
    var state = cell(row, "PRIM_STATE");
    return switch (cell(row, "AREA_TYPE")) {
      case "1" -> "US";
      case "2" -> state.matches("[A-Z]{2}") ? "US-" + state : null;
      case "" -> cell(row, "AREA_TITLE").startsWith("U.S") ? "US" : null;
      default -> null;
    };
  }

  private Wage wage(List<String> row, String area, String code) {
    List<@Nullable Integer> percentiles = new ArrayList<>();
    boolean topped = false;
    for (var name : PERCENTILES) {
      var cell = cell(row, name);
      topped |= cell.startsWith("#");
      percentiles.add(cell.startsWith("#") ? Integer.valueOf(Wage.TOP) : amount(cell));
    }
    var employed = amount(cell(row, "TOT_EMP"));
    return new Wage(
        area,
        code,
        cell(row, "OCC_TITLE"),
        year,
        employed == null ? null : employed.longValue(),
        percentiles,
        topped);
  }

  private @Nullable Integer amount(String cell) {
    var digits = cell.replace(",", "").replaceAll("\\.0+$", "");
    if (digits.isEmpty() || digits.equals("*") || digits.equals("**") || digits.equals("~")) {
      return null;
    }
    if (!digits.matches("\\d{1,9}")) {
      throw new Problem.Invalid("file", "line " + line + ": not an amount: " + cell);
    }
    return Integer.valueOf(digits);
  }

  private String cell(List<String> row, String name) {
    var at = columns.get(name);
    return at == null || at >= row.size() ? "" : row.get(at).strip();
  }

  private List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
