package org.insignia.server.insights.wage;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a national or state file of the Occupational Employment and Wage Statistics, saved as CSV,
 * or an excerpt of one: columns are found by their names, cells without a figure stay empty ({@code
 * *}), and cells at the top ({@code #}) are told as the top. What cannot be taken is counted.
 */
final class OewsFile {
  private static final List<String> PERCENTILES =
      List.of("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90");

  /** Occupations the survey tells only together, under the code of their group. */
  private static final Set<String> TOLD_TOGETHER =
      Set.of("13-1020", "13-2020", "29-2010", "31-1120", "39-7010", "47-4090", "51-2090");

  private static final String MEAN = "A_MEAN";
  private static final List<String> FIGURES =
      List.of("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", MEAN, "TOT_EMP");

  /** A number, or a mark: not published, at the top, or nothing. */
  private static final Pattern FIGURE =
      Pattern.compile("|#|\\*{1,2}|~|-|(?:\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})(?:\\.0+)?");

  private static final int LONGEST_LINE = 20_000;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SHOWN = 40;
  private static final int FAULTS_TOLD = 20;

  private final BufferedReader in;
  private final int year;
  private final char separator;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int line = 1;

  OewsFile(BufferedReader in, int year) throws IOException {
    this.in = in;
    this.year = year;
    var head = in.readLine();
    if (head == null || head.length() > LONGEST_LINE) {
      throw new Problem.Invalid(
          "file", "the file is empty or no CSV: save its first sheet as CSV and import that");
    }
    separator = head.chars().filter(c -> c == ';').count() > 3 ? ';' : ',';
    var names = cells(head.replace("\uFEFF", ""));
    for (int i = 0; i < names.size(); i++) {
      columns.put(names.get(i).strip().toUpperCase(Locale.ROOT), i);
    }
    for (var needed : List.of("OCC_CODE", "OCC_TITLE", "AREA_TITLE")) {
      if (!columns.containsKey(needed)) {
        throw noSuchFile("column " + needed);
      }
    }
    if (!columns.containsKey(MEAN) && PERCENTILES.stream().noneMatch(columns::containsKey)) {
      throw noSuchFile("each column of a yearly wage, such as A_MEDIAN or " + MEAN + ",");
    }
  }

  private static Problem.Invalid noSuchFile(String what) {
    return new Problem.Invalid(
        "file",
        what
            + " is missing: take a national or state file with percentiles of bls.gov/oes and save"
            + " its first sheet as CSV");
  }

  /** The next detailed occupation; empty at the end. */
  Optional<Wage> next() throws IOException {
    for (var text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (text.length() > LONGEST_LINE) {
        throw new Problem.Invalid(
            "file", "line " + line + " has more than " + LONGEST_LINE + " characters: is it CSV?");
      }
      if (!text.isBlank()) {
        var wage = read(cells(text));
        if (wage.isPresent()) {
          return wage;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Wage> read(List<String> row) {
    var code = cell(row, "OCC_CODE");
    var area = area(row);
    if (!code.matches("\\d{2}-\\d{4}")) {
      return fault("no code of an occupation", code);
    }
    // Groups of occupations say nothing of a job.
    if (!isDetailed(cell(row, "O_GROUP"), code)) {
      return leave("groups of occupations");
    }
    if (area.isEmpty()) {
      return leave("of areas that are neither the country nor a state");
    }
    if (!isWhole(row)) {
      return leave("of one industry or kind of owner");
    }
    return wage(row, area, code);
  }

  private static boolean isDetailed(String group, String code) {
    return group.isEmpty()
        ? !code.endsWith("0") || TOLD_TOGETHER.contains(code)
        : group.equals("detailed");
  }

  private Optional<Wage> leave(String why) {
    leftOut.merge(why, 1, Integer::sum);
    return Optional.empty();
  }

  private Optional<Wage> fault(String what, String cell) {
    if (faults.size() < FAULTS_TOLD) {
      var shown = cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "…" : cell;
      faults.add("line " + line + ": " + what + ": " + shown);
    }
    return leave("that cannot be read");
  }

  /** How many rows were left out until now, by the reason. */
  Map<String, Integer> leftOut() {
    return leftOut;
  }

  /** The first rows that cannot be read. */
  List<String> faults() {
    return faults;
  }

  /** The columns of pay that are not in it. */
  List<String> missing() {
    return Stream.concat(PERCENTILES.stream(), Stream.of(MEAN))
        .filter(column -> !columns.containsKey(column))
        .toList();
  }

  /** Not the part of an industry or of an owner. */
  private boolean isWhole(List<String> row) {
    var industry = cell(row, "I_GROUP");
    return industry.isEmpty() || industry.equals("cross-industry");
  }

  /** Empty for what is neither the country nor a state. */
  private String area(List<String> row) {
    var title = cell(row, "AREA_TITLE");
    var state = cell(row, "PRIM_STATE");
    return switch (cell(row, "AREA_TYPE")) {
      case "1" -> "US";
      case "2", "3" -> state(state.matches("[A-Z]{2}") ? state : States.code(title));
      case "" -> title.startsWith("U.S") ? "US" : state(States.code(title));
      default -> "";
    };
  }

  private static String state(String code) {
    return code.isEmpty() ? "" : "US-" + code;
  }

  private Optional<Wage> wage(List<String> row, String area, String code) {
    var title = cell(row, "OCC_TITLE");
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      return fault("no title", title);
    }
    for (var name : FIGURES) {
      if (!FIGURE.matcher(cell(row, name)).matches()) {
        return fault("not an amount in " + name, cell(row, name));
      }
    }
    List<@Nullable Integer> percentiles = new ArrayList<>();
    PERCENTILES.forEach(name -> percentiles.add(amount(cell(row, name))));
    var mean = amount(cell(row, MEAN));
    if (!isRising(percentiles) || mean != null && mean == 0) {
      return fault("figures that cannot be", title);
    }
    var employed = amount(cell(row, "TOT_EMP"));
    return Optional.of(
        new Wage(
            area,
            code,
            title,
            year,
            employed == null ? null : employed.longValue(),
            percentiles,
            mean,
            Stream.concat(PERCENTILES.stream(), Stream.of(MEAN))
                .anyMatch(name -> cell(row, name).startsWith("#"))));
  }

  private static boolean isRising(List<@Nullable Integer> percentiles) {
    int before = 1;
    for (var amount : percentiles) {
      if (amount != null && amount < before) {
        return false;
      }
      before = amount == null ? before : amount;
    }
    return true;
  }

  /** Null where none is published; at the top the least that it is. */
  private static @Nullable Integer amount(String cell) {
    if (cell.startsWith("#")) {
      return Wage.TOP;
    }
    var digits = cell.replace(",", "").replaceAll("\\.0+$", "");
    return digits.isEmpty() || !Character.isDigit(digits.charAt(0))
        ? null
        : Integer.valueOf(digits);
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
