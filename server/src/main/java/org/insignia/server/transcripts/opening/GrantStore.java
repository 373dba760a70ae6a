package org.insignia.server.transcripts.opening;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of grants. */
@Repository
final class GrantStore {
  private final JdbcClient db;

  GrantStore(JdbcClient db) {
    this.db = db;
  }

  void insert(String hash, UUID share, Instant until) {
    db.sql("insert into transcript_grant (hash, share_id, until) values (:hash, :share, :until)")
        .param("hash", hash)
        .param("share", share)
        .param("until", Timestamp.from(until))
        .update();
  }

  /** A grant that has not ended. */
  record Row(UUID share, Instant until) {}

  Optional<Row> find(String hash, Instant now) {
    return db.sql(
            "select share_id, until from transcript_grant where hash = :hash and until > :now")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query((row, number) ->
            new Row(row.getObject("share_id", UUID.class), row.getTimestamp("until").toInstant()))
        .optional();
  }

  void endAllOf(UUID share) {
    db.sql("delete from transcript_grant where share_id = :share").param("share", share).update();
  }

  void end(String hash) {
    db.sql("delete from transcript_grant where hash = :hash").param("hash", hash).update();
  }

  int sweep(Instant now, int limit) {
    return db.sql(
            """
            delete from transcript_grant where hash = any(array(
              select hash from transcript_grant where until < :now
               order by until limit :limit for update skip locked))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }
}
