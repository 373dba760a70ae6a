package org.insignia.server.support.requests;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashes of the secrets in links to those who have no account. */
@Repository
final class RequestLinkStore {
  private final JdbcClient db;

  RequestLinkStore(JdbcClient db) {
    this.db = db;
  }

  void insert(String hash, UUID request, Instant expires) {
    db.sql(
            """
            insert into support_link (token_hash, request_id, expires_at)
            values (:hash, :request, :expires)
            """)
        .param("hash", hash)
        .param("request", request)
        .param("expires", Timestamp.from(expires))
        .update();
  }

  Optional<UUID> find(String hash, Instant now) {
    return db.sql(
            "select request_id from support_link where token_hash = :hash and expires_at > :now")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .optional();
  }

  int sweep(Instant now, int limit) {
    return db.sql(
            """
            delete from support_link where token_hash = any(array(
              select token_hash from support_link where expires_at < :now
               order by expires_at limit :limit for update skip locked))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }
}
