package org.insignia.server.claims;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of links in letters and of what was decided behind them before there was an account. */
@Repository
final class ClaimLinkStore {
  private final JdbcClient db;

  /** Accept this one, so visible, as soon as the account is confirmed. */
  record Intent(CredentialId credential, Visibility visibility) {}

  ClaimLinkStore(JdbcClient db) {
    this.db = db;
  }

  void insert(String tokenHash, CredentialId credential) {
    db.sql("insert into claim_link (token_hash, credential_id) values (:hash, :id)")
        .param("hash", tokenHash)
        .param("id", credential.value())
        .update();
  }

  Optional<CredentialId> find(String tokenHash) {
    return db.sql("select credential_id from claim_link where token_hash = :hash")
        .param("hash", tokenHash)
        .query(UUID.class)
        .optional()
        .map(CredentialId::new);
  }

  void insertIntent(UUID id, Intent intent, Instant now) {
    db.sql(
            "insert into claim_intent (id, credential_id, visibility, at) values (:id, :credential, :visibility, :now)")
        .param("id", id)
        .param("credential", intent.credential().value())
        .param("visibility", intent.visibility().name())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Takes an intent, once. */
  Optional<Intent> takeIntent(UUID id) {
    return db.sql("delete from claim_intent where id = :id returning credential_id, visibility")
        .param("id", id)
        .query((row, number) ->
            new Intent(
                new CredentialId(row.getObject("credential_id", UUID.class)),
                Visibility.valueOf(row.getString("visibility"))))
        .optional();
  }

  /** Forgets what was decided before an account that nobody confirmed. */
  int sweepIntents(Instant before, int limit) {
    return db.sql(
            """
            delete from claim_intent where id = any(array(
              select id from claim_intent where at < :before order by at limit :limit for update skip locked))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }
}
