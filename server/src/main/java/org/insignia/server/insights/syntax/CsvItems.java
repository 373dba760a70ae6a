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
  private static final int LONGEST_TOP = 64 * 1024;

  /** So much is passed over of a row that is too long. */
  private static final int LONGEST_ROW = 4 * Budget.MOST_CHARACTERS;

  private final BufferedReader in;
  private char separator = ',';
  private int line = 1;

  /** Of the row that is being read: what is wrong with it, and its characters. */
  private @Nullable String unfit;

  private int size;

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
      throw Characters.wrong(charset);
    }
  }

  private void rows(Items items) throws IOException, Unreadable {
    separator = mostFrequent(top());
    var names = row();
    if (names == null) {
      throw new Unreadable("the file is empty");
    }
    if (names.unfit() != null) {
      throw new Unreadable(names.unfit());
    }
    for (var row = row(); row != null; row = row()) {
      if (!row.isBlank()) {
        items.item(item(row, names.cells()), "");
      }
    }
  }

  private Value item(Row row, List<String> names) {
    var unfit = row.unfit();
    if (unfit != null) {
      return new Value.Unfit(unfit);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        if (i >= names.size()) {
          return new Value.Unfit(
              "line " + row.line() + ": more cells than the first row has names, " + (i + 1));
        }
        fields.put(names.get(i).strip(), new Value.Text(row.cells().get(i)));
      }
    }
    return new Value.Fields(fields);
  }

  /** The first row, as far as it tells what is between its cells. */
  private String top() throws IOException {
    in.mark(LONGEST_TOP);
    var top = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && top.length() < LONGEST_TOP - 1; c = in.read()) {
      top.append((char) c);
    }
    in.reset();
    return top.toString();
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

  /**
   * A row.
   *
   * @param line on which it begins, from 1
   * @param unfit why it is no item; null where it is one
   */
  private record Row(int line, List<String> cells, @Nullable String unfit) {
    boolean isBlank() {
      return unfit == null && cells.stream().allMatch(String::isBlank);
    }
  }

  /** The next row; null at the end. */
  private @Nullable Row row() throws IOException, Unreadable {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    int began = line;
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    unfit = null;
    size = 0;
    for (int passed = 0; ; passed++) {
      if (passed > LONGEST_ROW) {
        throw new Unreadable("line " + began + ": the row is longer than " + LONGEST_ROW);
      }
      if (quoted) {
        if (c < 0) {
          throw new Unreadable("line " + began + ": the file ends within quotes");
        }
        if (c == '"') {
          c = in.read();
          if (c != '"') {
            quoted = false;
            continue;
          }
        }
        line += c == '\n' ? 1 : 0;
        append(cell, (char) c);
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == separator || c == '\n' || c < 0) {
        add(cells, cell);
        if (c != separator) {
          line++;
          return new Row(began, cells, unfit == null ? null : "line " + began + ": " + unfit);
        }
      } else if (c != '\r') {
        append(cell, (char) c);
      }
      c = in.read();
    }
  }

  /** What is too much is passed over, and the row is none. */
  private void append(StringBuilder cell, char c) {
    if (cell.length() >= Budget.LONGEST_TEXT) {
      unfit = "a cell is longer than " + Budget.LONGEST_TEXT;
    } else if (size >= Budget.MOST_CHARACTERS) {
      unfit = "the row is longer than " + Budget.MOST_CHARACTERS;
    } else {
      cell.append(c);
      size++;
    }
  }

  private void add(List<String> cells, StringBuilder cell) {
    if (cells.size() < MOST_COLUMNS) {
      cells.add(cell.toString());
    } else {
      unfit = "more than " + MOST_COLUMNS + " columns";
    }
    cell.setLength(0);
  }
}
