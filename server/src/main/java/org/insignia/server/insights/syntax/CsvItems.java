package org.insignia.server.insights.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) of any length, row by row, with a row of names on top; commas, semicolons
 * and tabs are told apart by that row.
 */
public final class CsvItems {
  private static final int MOST_COLUMNS = 500;

  private final BufferedReader in;
  private char separator = ',';
  private int line = 1;

  private CsvItems(BufferedReader in) {
    this.in = in;
  }

  /**
   * Reads a file to its end. Each row is one item, its cells named by the first row; empty cells
   * are left out.
   *
   * @param charset as the sender named it; empty for UTF-8
   */
  public static void read(InputStream in, String charset, Items items)
      throws IOException, Unreadable {
    try (var reader = new BufferedReader(Characters.of(in, charset))) {
      new CsvItems(reader).rows(items);
    } catch (CharacterCodingException e) {
      throw new Unreadable("its bytes are not text in the encoding it claims");
    }
  }

  private void rows(Items items) throws IOException, Unreadable {
    in.mark(64 * 1024);
    var top = in.readLine();
    in.reset();
    if (top == null) {
      throw new Unreadable("the file is empty");
    }
    separator = mostFrequent(top);
    var names = row();
    for (var cells = row(); cells != null; cells = row()) {
      if (cells.size() == 1 && cells.getFirst().isEmpty()) {
        continue; // an empty line
      }
      if (names == null || cells.size() > names.size()) {
        throw new Unreadable(
            "line " + line + ": more cells than the first row has names, " + cells.size());
      }
      Map<String, Value> fields = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isBlank()) {
          fields.put(names.get(i).strip(), new Value.Text(cells.get(i)));
        }
      }
      items.item(new Value.Fields(fields), "");
    }
  }

  private static char mostFrequent(String top) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(top, candidate) > count(top, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** The next row; null at the end. */
  private @Nullable List<String> row() throws IOException, Unreadable {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    var budget = new Budget();
    var cell = new StringBuilder();
    boolean quoted = false;
    while (true) {
      if (quoted) {
        if (c < 0) {
          throw new Unreadable("line " + line + ": the file ends within quotes");
        }
        if (c == '"') {
          c = in.read();
          if (c != '"') {
            quoted = false;
            continue;
          }
        }
        append(cell, (char) c);
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == separator || c == '\n' || c < 0) {
        budget.spend(cell.length());
        cells.add(cell.toString());
        cell.setLength(0);
        if (c != separator) {
          line++;
          return bounded(cells);
        }
      } else if (c != '\r') {
        append(cell, (char) c);
      }
      c = in.read();
    }
  }

  private void append(StringBuilder cell, char c) throws Unreadable {
    if (cell.length() == Budget.LONGEST_TEXT) {
      throw new Unreadable("line " + line + ": a cell is longer than " + Budget.LONGEST_TEXT);
    }
    cell.append(c);
  }

  private List<String> bounded(List<String> cells) throws Unreadable {
    if (cells.size() > MOST_COLUMNS) {
      throw new Unreadable("line " + line + ": more than " + MOST_COLUMNS + " columns");
    }
    return cells;
  }
}
