package org.insignia.server.claims.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AcceptanceStore {
  private final JdbcClient db;

  AcceptanceStore(JdbcClient db) {
    this.db = db;
  }

  record Accepted(Instant at, UUID credential) {}

  List<Accepted> after(Accepted last, Instant until, int limit) {
    return db.sql(
            """
            select decided_at, credential_id from claim
             where state = 'ACCEPTED' and (decided_at, credential_id) > (:at, :credential) and decided_at < :until
             order by decided_at, credential_id limit :limit
            """)
        .param("at", last.at().atOffset(ZoneOffset.UTC))
        .param("credential", last.credential())
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, n) ->
            new Accepted(
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("credential_id", UUID.class)))
        .list();
  }
}
