package org.insignia.server.insights.market;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which feeds the open postings came from. */
@Repository
class SourceStore {
  private final JdbcClient db;

  SourceStore(JdbcClient db) {
    this.db = db;
  }

  /** Those of which postings are open. */
  List<Source> open() {
    return db.sql(
            """
            select f.name, f.attribution, f.good_at
              from job_feed f
             where exists (select 1 from job_posting p where p.feed_id = f.id and p.closed_at is null)
             order by f.name
             limit 50
            """)
        .query((row, i) ->
            new Source(
                row.getString("name"),
                row.getString("attribution"),
                instant(row.getTimestamp("good_at"))))
        .list();
  }

  Optional<Source> find(UUID feed) {
    return db.sql("select name, attribution, good_at from job_feed where id = :id")
        .param("id", feed)
        .query((row, i) ->
            new Source(
                row.getString("name"),
                row.getString("attribution"),
                instant(row.getTimestamp("good_at"))))
        .optional();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
