package org.insignia.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.insignia.server.catalog.source.Fact.Edition;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays, and back. */
final class StoredValues {
  private StoredValues() {}

  static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    @Nullable String[] texts = new String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = column.apply(rows.get(i));
    }
    return texts;
  }

  static Edition edition(ResultSet row) throws SQLException {
    return new Edition(row.getObject("snapshot", LocalDate.class), row.getString("locale"));
  }

  static List<String> list(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
