package org.insignia.server.transcripts.guard;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tries. */
@Repository
final class TryStore {
  private final JdbcClient db;

  TryStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * How a subject stands.
   *
   * @param recent tries within the window
   * @param first the earliest of them
   * @param last the latest of them
   */
  record Standing(int recent, Instant first, Instant last, int inARow) {}

  /** One statement: the row's lock makes tries at the same moment queue up and see each other. */
  boolean take(Count count, Instant now, Instant worthless) {
    var limit = count.limit();
    return db.sql(
                """
                insert into transcript_try as a (subject, tries, in_a_row, worthless_at)
                values (:subject, array[cast(:now as timestamptz)], 1, :worthless)
                on conflict (subject) do update
                   set tries = array(select t from unnest(a.tries) t where t > :since)
                               || cast(:now as timestamptz),
                       in_a_row = a.in_a_row + 1,
                       worthless_at = greatest(a.worthless_at, :worthless)
                 where a.in_a_row < :end
                   and (select count(*) < :most
                               and (count(*) < :free
                                    or max(t) + make_interval(secs => :first * power(2, least(count(*) - :free, 30)))
                                       <= :now)
                          from unnest(a.tries) t where t > :since)
                """)
            .param("subject", count.subject())
            .param("now", Timestamp.from(now))
            .param("worthless", Timestamp.from(worthless))
            .param("since", Timestamp.from(now.minus(limit.window())))
            .param("most", limit.most())
            .param("free", limit.free())
            .param("first", (double) limit.first().toSeconds())
            .param("end", limit.end())
            .update()
        == 1;
  }

  Optional<Standing> standing(Count count, Instant now) {
    return db.sql(
            """
            select count(t) as recent, coalesce(min(t), :now) as first, coalesce(max(t), :now) as last,
                   a.in_a_row
              from transcript_try a left join lateral unnest(a.tries) t on t > :since
             where a.subject = :subject
             group by a.subject
            """)
        .param("subject", count.subject())
        .param("now", Timestamp.from(now))
        .param("since", Timestamp.from(now.minus(count.limit().window())))
        .query((row, number) ->
            new Standing(
                row.getInt("recent"),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant(),
                row.getInt("in_a_row")))
        .optional();
  }

  /** Takes one try of that moment away, not those that others made at the same one. */
  void giveBack(String subject, Instant at) {
    db.sql(
            """
            update transcript_try
               set tries = array(
                     select t from unnest(tries) with ordinality as u (t, n)
                      where n <> array_position(tries, cast(:at as timestamptz)) order by n),
                   in_a_row = 0
             where subject = :subject and array_position(tries, cast(:at as timestamptz)) is not null
            """)
        .param("subject", subject)
        .param("at", Timestamp.from(at))
        .update();
  }

  @Nullable Integer inARow(String subject) {
    return db.sql("select in_a_row from transcript_try where subject = :subject")
        .param("subject", subject)
        .query(Integer.class)
        .optional()
        .orElse(null);
  }

  void forget(String subject) {
    db.sql("delete from transcript_try where subject = :subject")
        .param("subject", subject)
        .update();
  }

  int sweep(Instant now, int limit) {
    return db.sql(
            """
            delete from transcript_try where subject = any(array(
              select subject from transcript_try where worthless_at < :now
               order by worthless_at limit :limit for update skip locked))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }
}
