package org.insignia.server.transcripts.opening;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of views. */
@Repository
final class ViewStore {
  private final JdbcClient db;

  ViewStore(JdbcClient db) {
    this.db = db;
  }

  void insert(UUID share, Views.Kind kind, Instant at) {
    db.sql("insert into transcript_view (share_id, at, kind) values (:share, :at, :kind)")
        .param("share", share)
        .param("at", Timestamp.from(at))
        .param("kind", kind.name())
        .update();
  }

  List<Views.View> latest(UUID share, int limit) {
    return db.sql(
            "select at, kind from transcript_view where share_id = :share order by id desc limit :limit")
        .param("share", share)
        .param("limit", limit)
        .query((row, number) ->
            new Views.View(
                row.getTimestamp("at").toInstant(), Views.Kind.valueOf(row.getString("kind"))))
        .list();
  }

  long count(UUID share) {
    return db.sql("select count(*) from transcript_view where share_id = :share")
        .param("share", share)
        .query(Long.class)
        .single();
  }

  int sweep(Instant before, int limit) {
    return db.sql(
            """
            delete from transcript_view where id = any(array(
              select id from transcript_view where at < :before order by id limit :limit for update skip locked))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
