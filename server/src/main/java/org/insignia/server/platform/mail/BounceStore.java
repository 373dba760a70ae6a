package org.insignia.server.platform.mail;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class BounceStore {
  private final JdbcClient db;

  BounceStore(JdbcClient db) {
    this.db = db;
  }

  /** The last word counts. */
  void put(Bounce bounce) {
    db.sql(
            """
            insert into undeliverable (key, code, reason, source, at)
            values (:key, :code, :reason, :source, :at)
            on conflict (key) do update
               set code = excluded.code, reason = excluded.reason, source = excluded.source,
                   at = excluded.at
            """)
        .param("key", bounce.address().key())
        .param("code", bounce.code())
        .param("reason", bounce.reason())
        .param("source", bounce.source().name())
        .param("at", Timestamp.from(bounce.at()))
        .update();
  }

  List<Bounce> find(Collection<String> keys) {
    return db.sql(
            "select key, code, reason, source, at from undeliverable where key = any(cast(:keys as text[]))")
        .param("keys", keys.toArray(String[]::new))
        .query((row, number) ->
            new Bounce(
                EmailAddress.of(row.getString("key")),
                row.getString("code"),
                row.getString("reason"),
                Bounce.Source.valueOf(row.getString("source")),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  void delete(String key) {
    db.sql("delete from undeliverable where key = :key").param("key", key).update();
  }
}
