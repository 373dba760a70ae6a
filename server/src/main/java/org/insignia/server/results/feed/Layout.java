package org.insignia.server.results.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file's rows what stands, read from its header. Columns may come in any order and may
 * be more than we know.
 *
 * @param header the header's cells as they are in the file
 * @param extras names of columns that we do not read
 */
public record Layout(
    Form form, List<String> header, Map<Field, Integer> columns, List<String> extras) {
  private static final int MAX_NAMED = 40;

  public Layout {
    header = List.copyOf(header);
    columns = Map.copyOf(columns);
    extras = List.copyOf(extras);
  }

  /** A header was understood, or why not. */
  public sealed interface Reading {
    /** It was. */
    record Understood(Layout layout) implements Reading {}

    /** It was not, so no row of the file can be. */
    record Refused(Finding why) implements Reading {}
  }

  /**
   * Reads a header.
   *
   * @param header the cells of the first row
   * @param fixed the form that the file's name announces; null where the header shall tell
   * @param provider whether it is known from elsewhere which provider sends the file
   */
  public static Reading read(List<String> header, @Nullable Form fixed, boolean provider) {
    var form = fixed == null ? mostLike(header) : fixed;
    var layout = lay(header, form);
    var twice = duplicate(header, form);
    if (twice.isPresent()) {
      return new Reading.Refused(Finding.of("file.duplicate-column", twice.get()));
    }
    var missing =
        Arrays.stream(Field.values())
            .filter(f -> form.required().contains(f) && !layout.columns.containsKey(f))
            .filter(f -> !(f == Field.PROVIDER && provider))
            .map(f -> f.in(form))
            .toList();
    if (missing.isEmpty()) {
      return new Reading.Understood(layout);
    }
    if (layout.columns.isEmpty()) {
      return new Reading.Refused(Finding.of("file.no-header", String.join(", ", missing)));
    }
    return new Reading.Refused(Finding.of("file.missing-columns", String.join(", ", missing)));
  }

  private static Form mostLike(List<String> header) {
    var best = Form.CANONICAL;
    for (var form : Form.values()) {
      if (lay(header, form).columns.size() > lay(header, best).columns.size()) {
        best = form;
      }
    }
    return best;
  }

  /** The separator under which a header line has the most columns that we know. */
  static char separator(String line) {
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', '\t', ';'}) {
      var cells = List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(candidate)), -1));
      var unquoted = cells.stream().map(c -> c.replace("\"", "")).toList();
      long known = lay(unquoted, mostLike(unquoted)).columns.size();
      if (known > most) {
        most = known;
        best = candidate;
      }
    }
    return best;
  }

  private static Map<String, Field> names(Form form) {
    var names = new HashMap<String, Field>();
    for (var field : Field.values()) {
      var name = field.in(form);
      if (!name.isEmpty()) {
        names.put(Field.key(name), field);
      }
    }
    return names;
  }

  private static Layout lay(List<String> header, Form form) {
    var names = names(form);
    var columns = new EnumMap<Field, Integer>(Field.class);
    var extras = new ArrayList<String>();
    for (int i = 0; i < header.size(); i++) {
      var field = names.get(Field.key(header.get(i)));
      if (field != null) {
        columns.putIfAbsent(field, i);
      } else if (!header.get(i).isBlank() && extras.size() < MAX_NAMED) {
        extras.add(header.get(i).strip());
      }
    }
    return new Layout(form, header, columns, extras);
  }

  private static Optional<String> duplicate(List<String> header, Form form) {
    var names = names(form);
    var seen = new HashMap<String, String>();
    return header.stream()
        .filter(name -> names.containsKey(Field.key(name)))
        .filter(name -> seen.put(Field.key(name), name) != null)
        .map(String::strip)
        .findFirst();
  }

  /** How many cells a row has. */
  public int width() {
    return header.size();
  }

  /** The name of a field's column as this file spells it, for messages. */
  public String nameOf(Field field) {
    var column = columns.get(field);
    return column == null ? field.in(form) : nameOf((int) column);
  }

  /** The name of the column that names a result. */
  public String nameOfResult() {
    return nameOf(form == Form.PEARSON_EXAMS ? Field.REGISTRATION : Field.RESULT);
  }

  /**
   * The name of a column as this file spells it, for messages; its number where the row is longer
   * than the header.
   */
  String nameOf(int column) {
    return column < header.size() ? header.get(column).strip() : Integer.toString(column + 1);
  }
}
