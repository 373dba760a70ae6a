package org.insignia.server.api.wallet;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.wallet.WalletAccesses.Access;
import org.insignia.server.api.wallet.WalletAccesses.Granted;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WalletAccessStore {
  private final JdbcClient db;

  WalletAccessStore(JdbcClient db) {
    this.db = db;
  }

  void insert(String hash, PersonId person, Granted granted, Instant now, Instant end) {
    db.sql(
            """
            insert into wallet_access (token_hash, person_id, credential_id, configuration, made_at, expires_at)
            values (:hash, :person, :badge, :configuration, :now, :end)
            """)
        .param("hash", hash)
        .param("person", person.value())
        .param("badge", granted.badge().value())
        .param("configuration", granted.configuration().id())
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(end))
        .update();
  }

  Optional<Access> find(String hash, Instant now) {
    return db.sql(
            """
            select person_id, credential_id, configuration from wallet_access
             where token_hash = :hash and expires_at > :now
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query((row, n) ->
            new Access(
                new PersonId(row.getObject("person_id", UUID.class)),
                List.of(
                    new Granted(
                        new CredentialId(row.getObject("credential_id", UUID.class)),
                        Configuration.of(row.getString("configuration")).orElseThrow())),
                null))
        .optional();
  }

  int sweep(Instant now, int most) {
    return db.sql(
            """
            delete from wallet_access where token_hash = any(array(
              select token_hash from wallet_access where expires_at < :now order by expires_at limit :most))
            """)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .update();
  }

  void end(PersonId person) {
    db.sql("delete from wallet_access where person_id = :person")
        .param("person", person.value())
        .update();
  }
}
