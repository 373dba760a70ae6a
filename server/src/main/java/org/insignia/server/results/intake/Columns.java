package org.insignia.server.results.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into columns of text, to be sent as a few arrays and unnested by the database: one
 * statement per thousand rows.
 */
final class Columns {
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private final int width;

  Columns(int width) {
    this.width = width;
  }

  /** Adds a row; values are written as the database reads them. */
  void add(@Nullable Object... values) {
    if (values.length != width) {
      throw new IllegalArgumentException(values.length + " values for " + width + " columns");
    }
    rows.add(values);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The arrays as the parameters {@code :c0}, {@code :c1} and so on. */
  Map<String, @Nullable String[]> params() {
    Map<String, @Nullable String[]> params = new HashMap<>();
    for (int column = 0; column < width; column++) {
      var values = new String[rows.size()];
      for (int row = 0; row < values.length; row++) {
        var value = rows.get(row)[column];
        values[row] = value == null ? null : value.toString();
      }
      params.put("c" + column, values);
    }
    return params;
  }

  /** {@code unnest(:c0::text[], :c1::text[], ...)} for this many columns. */
  static String unnest(int width) {
    var sql = new StringBuilder("unnest(");
    for (int i = 0; i < width; i++) {
      sql.append(i == 0 ? ":c" : ", :c").append(i).append("::text[]");
    }
    return sql.append(')').toString();
  }
}
