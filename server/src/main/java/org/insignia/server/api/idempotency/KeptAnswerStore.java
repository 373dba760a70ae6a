package org.insignia.server.api.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
   * Nobody else works at these keys until the transaction ends, however it ends; without those at
   * which somebody does already, on any node.
   *
   * @return names of requests
   */
  Set<String> lock(List<Asked> asked) {
    return db.sql(
            """
            select a.name from unnest(:names) as a (name)
             where pg_try_advisory_xact_lock(hashtextextended(a.name, 7308))
            """)
        .param("names", column(asked, Asked::name))
        .query(String.class)
        .set();
  }

  /** By the name of the request. */
  Map<String, Row> find(List<Asked> asked, Instant madeAfter) {
    return asked.size() == 1 ? find(asked.getFirst(), madeAfter) : findSeveral(asked, madeAfter);
  }

  /** Its plan is made once; that of a question with arrays is made anew for each. */
  private Map<String, Row> find(Asked asked, Instant madeAfter) {
    return db.sql(
            """
            select fingerprint, status, sealed from api_kept_answer
             where caller = :caller and key = :key and made_at > :after
            """)
        .param("caller", asked.caller())
        .param("key", asked.key().value())
        .param("after", Timestamp.from(madeAfter))
        .query(KeptAnswerStore::row)
        .optional()
        .map(row -> Map.of(asked.name(), row))
        .orElseGet(Map::of);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getString("fingerprint"), row.getInt("status"), row.getString("sealed"));
  }

  private Map<String, Row> findSeveral(List<Asked> asked, Instant madeAfter) {
    Map<String, Row> found = new HashMap<>();
    db.sql(
            """
            select caller || E'\\n' || key as name, fingerprint, status, sealed
              from unnest(:callers, :keys) as a (caller, key)
              join api_kept_answer using (caller, key)
             where made_at > :after
            """)
        .param("callers", column(asked, Asked::caller))
        .param("keys", column(asked, a -> a.key().value()))
        .param("after", Timestamp.from(madeAfter))
        .query(row -> {
          found.put(row.getString("name"), row(row, 0));
        });
    return found;
  }

  /** One that is too old to count makes room. */
  void put(Map<Asked, Row> rows, Instant now) {
    var asked = List.copyOf(rows.keySet());
    var kept = List.copyOf(rows.values());
    db.sql(
            """
            insert into api_kept_answer (caller, key, fingerprint, status, sealed, made_at)
            select caller, key, fingerprint, status, sealed, :now
              from unnest(:callers, :keys, :fingerprints, :statuses, :sealed)
                as a (caller, key, fingerprint, status, sealed)
            on conflict (caller, key) do update
               set fingerprint = excluded.fingerprint, status = excluded.status,
                   sealed = excluded.sealed, made_at = excluded.made_at
            """)
        .param("callers", column(asked, Asked::caller))
        .param("keys", column(asked, a -> a.key().value()))
        .param("fingerprints", column(kept, Row::fingerprint))
        .param("statuses", kept.stream().map(Row::status).toArray(Integer[]::new))
        .param("sealed", column(kept, Row::sealed))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static <T> String[] column(List<T> of, Function<T, String> value) {
    return of.stream().map(value).toArray(String[]::new);
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
