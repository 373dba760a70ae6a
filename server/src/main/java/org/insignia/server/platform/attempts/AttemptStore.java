package org.insignia.server.platform.attempts;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.platform.attempts.Attempts.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of counters. */
@Repository
final class AttemptStore {
  private final JdbcClient db;

  AttemptStore(JdbcClient db) {
    this.db = db;
  }

  /** One statement: the row's lock makes tries at the same moment queue up and see each other. */
  boolean count(String subject, Rule rule, Instant now) {
    return db.sql(
                """
                insert into attempt as a (subject, tries, last_at, free_at, worthless_at)
                values (:subject, 1, :now, :now, :worthless)
                on conflict (subject) do update
                   set tries = case when a.last_at < :quiet then 1 else a.tries + 1 end,
                       last_at = :now,
                       worthless_at = :worthless,
                       free_at = cast(:now as timestamptz) + case
                         when a.last_at < :quiet or a.tries + 1 < :free then interval '0'
                         else make_interval(secs => least(:most, :first * power(2, least(a.tries + 1 - :free, 30)))) end
                 where a.free_at <= :now and a.tries < :end or a.last_at < :quiet
                """)
            .param("subject", subject)
            .param("now", Timestamp.from(now))
            .param("free", rule.free())
            .param("first", (double) rule.first().toSeconds())
            .param("most", (double) rule.most().toSeconds())
            .param("end", rule.end())
            .param("quiet", Timestamp.from(now.minus(rule.quiet())))
            .param(
                "worthless",
                rule.forgives() ? Timestamp.from(now.plus(rule.quiet())) : null,
                Types.TIMESTAMP)
            .update()
        == 1;
  }

  Optional<Instant> freeAt(String subject) {
    return db.sql("select free_at from attempt where subject = :subject")
        .param("subject", subject)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  void takeBack(String subject) {
    db.sql("update attempt set tries = tries - 1 where subject = :subject and tries > 1")
        .param("subject", subject)
        .update();
  }

  /** Deletes counters that count nothing any more. */
  int sweep(Instant now, int limit) {
    return db.sql(
            """
            delete from attempt where subject = any(array(
              select subject from attempt where worthless_at < :now
               order by worthless_at limit :limit for update skip locked))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }

  void forget(String subject) {
    db.sql("delete from attempt where subject = :subject").param("subject", subject).update();
  }
}
