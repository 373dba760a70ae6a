package org.insignia.server.api.idempotency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeptAnswerStore {
  private final JdbcClient db;

  KeptAnswerStore(JdbcClient db) {
    this.db = db;
  }

  /** As it lies there. */
  record Row(String fingerprint, int status, String sealed) {}

  /**
   * Nobody else works at this key until the transaction ends, however it ends; false where somebody
   * does already, on any node.
   */
  boolean lock(String caller, IdempotencyKey key) {
    return db.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 7308))")
        .param("name", caller + "\n" + key.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Row> find(String caller, IdempotencyKey key, Instant madeAfter) {
    return db.sql(
            """
            select fingerprint, status, sealed from api_kept_answer
             where caller = :caller and key = :key and made_at > :after
            """)
        .param("caller", caller)
        .param("key", key.value())
        .param("after", Timestamp.from(madeAfter))
        .query((row, number) ->
            new Row(row.getString("fingerprint"), row.getInt("status"), row.getString("sealed")))
        .optional();
  }

  /** One that is too old to count makes room. */
  void put(String caller, IdempotencyKey key, Row row, Instant now) {
    db.sql(
            """
            insert into api_kept_answer (caller, key, fingerprint, status, sealed, made_at)
            values (:caller, :key, :fingerprint, :status, :sealed, :now)
            on conflict (caller, key) do update
               set fingerprint = excluded.fingerprint, status = excluded.status,
                   sealed = excluded.sealed, made_at = excluded.made_at
            """)
        .param("caller", caller)
        .param("key", key.value())
        .param("fingerprint", row.fingerprint())
        .param("status", row.status())
        .param("sealed", row.sealed())
        .param("now", Timestamp.from(now))
        .update();
  }

  int removeOld(Instant before, int limit) {
    return db.sql(
            """
            delete from api_kept_answer where ctid = any(array(
              select ctid from api_kept_answer where made_at < :before
               order by made_at limit :limit for update skip locked))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
