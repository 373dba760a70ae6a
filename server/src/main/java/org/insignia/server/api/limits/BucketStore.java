package org.insignia.server.api.limits;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What everybody has left. */
@Repository
class BucketStore {
  private final JdbcClient db;

  BucketStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * One statement for all charges: the row's lock makes requests at the same moment queue up and
   * see each other, on whichever node they are. Rows are taken in the order of their names.
   */
  List<Spent> spend(List<Charge> charges, Instant now) {
    if (charges.isEmpty()) {
      return List.of();
    }
    // Where it is a transaction of its own, the row is not held until the disk has it: what a crash
    // of the database makes forgotten is the counting of its last moments.
    var waits = TransactionSynchronizationManager.isActualTransactionActive() ? "on" : "off";
    var sorted = charges.stream().sorted(Comparator.comparing(Charge::subject)).toList();
    Map<String, Object[]> rows = new HashMap<>();
    db.sql(
            """
            with durability as materialized (
              select set_config('synchronous_commit', :waits, true) as set where :waits = 'off')
            insert into api_bucket as b (subject, room, filled_at, quota, per_second, asked, refused)
            select s.subject, s.quota - s.asked, :now, s.quota, s.per_second, s.asked, false
              from unnest(:subjects, :quotas, :rates, :asked) as s (subject, quota, per_second, asked)
              left join durability on true
            on conflict (subject) do update set
                   room = case when least(excluded.quota, b.room + excluded.per_second
                              * greatest(0, extract(epoch from excluded.filled_at - b.filled_at))) >= excluded.asked
                          then least(excluded.quota, b.room + excluded.per_second
                              * greatest(0, extract(epoch from excluded.filled_at - b.filled_at))) - excluded.asked
                          else least(excluded.quota, b.room + excluded.per_second
                              * greatest(0, extract(epoch from excluded.filled_at - b.filled_at))) end,
                   refused = least(excluded.quota, b.room + excluded.per_second
                              * greatest(0, extract(epoch from excluded.filled_at - b.filled_at))) < excluded.asked,
                   filled_at = greatest(b.filled_at, excluded.filled_at),
                   quota = excluded.quota, per_second = excluded.per_second, asked = excluded.asked
            returning subject, room, refused
            """)
        .param("now", Timestamp.from(now))
        .param("waits", waits)
        .param("subjects", sorted.stream().map(Charge::subject).toArray(String[]::new))
        .param("quotas", sorted.stream().map(c -> c.policy().quota()).toArray(Integer[]::new))
        .param("rates", sorted.stream().map(c -> c.policy().perSecond()).toArray(Double[]::new))
        .param("asked", sorted.stream().map(Charge::asked).toArray(Integer[]::new))
        .query(row -> {
          rows.put(
              row.getString("subject"),
              new Object[] {row.getDouble("room"), row.getBoolean("refused")});
        });
    return charges.stream()
        .map(charge -> {
          var row = Objects.requireNonNull(rows.get(charge.subject()));
          return new Spent(charge, (Double) row[0], (Boolean) row[1]);
        })
        .toList();
  }

  /** Forgets who has been quiet for so long that their bucket is full again. */
  int removeFull(Instant before, int limit) {
    return db.sql(
            """
            delete from api_bucket where subject = any(array(
              select subject from api_bucket where filled_at < :before
               order by filled_at limit :limit for update skip locked))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
