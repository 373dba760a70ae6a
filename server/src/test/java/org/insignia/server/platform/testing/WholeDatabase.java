package org.insignia.server.platform.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table of the database, looked through as a thief of a dump would. */
public final class WholeDatabase {
  private final JdbcClient db;

  /** Reads this database. */
  public WholeDatabase(JdbcClient db) {
    this.db = db;
  }

  /** Tables with a row that holds this text in any column, whatever its case; also within bytes. */
  public TreeSet<String> tablesWith(String text) {
    var hex = java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    var found = new TreeSet<String>();
    for (var table : tables()) {
      // A row as text shows bytes as hexadecimal digits.
      boolean there =
          db.sql(
                  "select exists (select 1 from \"%1$s\" t where position(:text in lower(t::text)) > 0 or position(:hex in lower(t::text)) > 0)"
                      .formatted(table))
              .param("text", text.toLowerCase(java.util.Locale.ROOT))
              .param("hex", hex)
              .query(Boolean.class)
              .single();
      if (there) {
        found.add(table);
      }
    }
    return found;
  }

  private List<String> tables() {
    return db.sql(
            """
            select table_name from information_schema.tables
             where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1
            """)
        .query(String.class)
        .list();
  }
}
