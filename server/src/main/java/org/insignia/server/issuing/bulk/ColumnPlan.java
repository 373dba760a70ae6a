package org.insignia.server.issuing.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.results.Finding;

/**
 * Which column of a list says what.
 *
 * @param columns one for each cell of the header, in its order
 */
public record ColumnPlan(List<Column> columns) {
  public ColumnPlan {
    columns = List.copyOf(columns);
  }

  /** As the header's words have it. */
  static ColumnPlan guess(List<String> header) {
    return new ColumnPlan(header.stream().map(Column::guess).toList());
  }

  static ColumnPlan parse(String text) {
    return new ColumnPlan(
        text.isEmpty()
            ? List.of()
            : Arrays.stream(text.split(",", -1)).map(Column::valueOf).toList());
  }

  @Override
  public String toString() {
    return columns.stream().map(Column::name).collect(Collectors.joining(","));
  }

  /** How many columns say something. */
  long known() {
    return columns.stream().filter(c -> c != Column.IGNORED).count();
  }

  boolean has(Column column) {
    return columns.contains(column);
  }

  /**
   * Why no row can be read with it; empty where all can.
   *
   * @param badgeChosen whether one badge was chosen for all rows that name none
   */
  public List<Finding> problems(boolean badgeChosen) {
    List<Finding> problems = new ArrayList<>();
    Arrays.stream(Column.values())
        .filter(c -> c != Column.IGNORED && columns.indexOf(c) != columns.lastIndexOf(c))
        .forEach(c -> problems.add(Finding.of("issue.column-twice", c.name())));
    if (!has(Column.MAILBOX)) {
      problems.add(Finding.of("issue.no-mailbox-column"));
    }
    if (!has(Column.NAME) && !has(Column.GIVEN_NAME) && !has(Column.FAMILY_NAME)) {
      problems.add(Finding.of("issue.no-name-column"));
    }
    if (!has(Column.BADGE) && !badgeChosen) {
      problems.add(Finding.of("issue.no-badge-column"));
    }
    return problems;
  }

  /** The texts of a row by what they say. */
  Map<Column, String> read(List<String> cells) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    for (int i = 0; i < columns.size() && i < cells.size(); i++) {
      if (columns.get(i) != Column.IGNORED) {
        texts.put(columns.get(i), cells.get(i));
      }
    }
    return texts;
  }
}
