package org.insignia.server.platform.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class SweepStore {
  private final JdbcClient db;

  SweepStore(JdbcClient db) {
    this.db = db;
  }

  /** One that is due and that no other node is at; a kind without a row is due at once. */
  Optional<String> takeDue(Collection<String> names, Instant now) {
    var kinds = names.toArray(String[]::new);
    var due = takeRow(kinds, now);
    return due.isPresent() || insertMissing(kinds, now) == 0 ? due : takeRow(kinds, now);
  }

  private Optional<String> takeRow(String[] names, Instant now) {
    return db.sql(
            """
            select name from sweep
             where name = any(cast(:names as text[])) and due_at <= :now
             order by due_at limit 1 for update skip locked
            """)
        .param("names", names)
        .param("now", Timestamp.from(now))
        .query(String.class)
        .optional();
  }

  private int insertMissing(String[] names, Instant now) {
    return db.sql(
            """
            insert into sweep (name, due_at)
            select name, :now from unnest(cast(:names as text[])) as t(name)
             where not exists (select 1 from sweep s where s.name = t.name)
            on conflict (name) do nothing
            """)
        .param("names", names)
        .param("now", Timestamp.from(now))
        .update();
  }

  void next(String name, Instant due) {
    db.sql("update sweep set due_at = :due where name = :name")
        .param("due", Timestamp.from(due))
        .param("name", name)
        .update();
  }

  /** When each is next due, the next one first. */
  Map<String, Instant> times() {
    var times = new LinkedHashMap<String, Instant>();
    db.sql("select name, due_at from sweep order by due_at, name")
        .query(row -> {
          times.put(row.getString("name"), row.getTimestamp("due_at").toInstant());
        });
    return times;
  }
}
