package org.insignia.server.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.insignia.server.platform.mail.MailQueue.Failing;
import org.insignia.server.platform.mail.MailQueue.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailQueueStore {
  private final JdbcClient db;

  MailQueueStore(JdbcClient db) {
    this.db = db;
  }

  Standing standing() {
    return db.sql(
            """
            select (select count(*) from outbox_letter where state = 'waiting') as waiting,
                   (select count(*) from outbox_letter where state = 'waiting' and attempts > 0) as failing,
                   (select min(due_at) from outbox_letter where state = 'waiting' and due_at <= now()) as oldest,
                   (select count(*) from outbox_letter
                     where state = 'refused' and ended_at > now() - interval '30 days') as refused,
                   (select count(*) from undeliverable) as undeliverable
            """)
        .query((row, n) ->
            new Standing(
                row.getLong("waiting"),
                row.getLong("failing"),
                instant(row, "oldest"),
                row.getLong("refused"),
                row.getLong("undeliverable")))
        .single();
  }

  List<Failing> failing(int limit) {
    return db.sql(
            """
            select kind, split_part(recipient, '@', 2) as domain, attempts, due_at, coalesce(problem, '') as problem
              from outbox_letter
             where state = 'waiting' and attempts > 0
             order by attempts desc, due_at limit :limit
            """)
        .param("limit", limit)
        .query((row, n) ->
            new Failing(
                row.getString("kind"),
                row.getString("domain"),
                row.getInt("attempts"),
                Objects.requireNonNull(instant(row, "due_at")),
                row.getString("problem")))
        .list();
  }

  int retry() {
    return db.sql(
            "update outbox_letter set due_at = now() where state = 'waiting' and attempts > 0 and due_at > now()")
        .update();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
