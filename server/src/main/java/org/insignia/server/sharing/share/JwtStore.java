package org.insignia.server.sharing.share;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JwtStore {
  private final JdbcClient db;

  JwtStore(JdbcClient db) {
    this.db = db;
  }

  Optional<String> find(CredentialId credential) {
    return db.sql("select jwt from credential_jwt where credential_id = :id")
        .param("id", credential.value())
        .query(String.class)
        .optional();
  }

  /** Of two who sign at once the first one's stays. */
  void insert(CredentialId credential, String jwt, Instant now) {
    db.sql(
            """
            insert into credential_jwt (credential_id, jwt, signed_at)
            values (:id, :jwt, :now)
            on conflict (credential_id) do nothing
            """)
        .param("id", credential.value())
        .param("jwt", jwt)
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }

  void erase(Collection<CredentialId> credentials) {
    db.sql("delete from credential_jwt where credential_id = any (:ids)")
        .param("ids", credentials.stream().map(CredentialId::value).toArray(UUID[]::new))
        .update();
  }
}
