package org.insignia.server.api.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WalletOfferStore {
  private static final String COLUMNS = "id, person_id, credential_id, configuration, pin_hash";

  private final JdbcClient db;

  WalletOfferStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * An offer as it is stored.
   *
   * @param pinHash null where no digits are asked for
   */
  record Offer(
      UUID id,
      PersonId person,
      CredentialId badge,
      Configuration configuration,
      @Nullable String pinHash) {}

  /** Hashes of what an offer is known by: at the token endpoint, and where a person is asked. */
  record Names(String codeHash, String stateHash) {}

  private static Offer row(ResultSet row, int number) throws SQLException {
    return new Offer(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        new CredentialId(row.getObject("credential_id", UUID.class)),
        Configuration.of(row.getString("configuration")).orElseThrow(),
        row.getString("pin_hash"));
  }

  void insert(Offer offer, Names names, Instant now, Instant end) {
    db.sql(
            """
            insert into wallet_offer (id, code_hash, state_hash, person_id, credential_id, configuration, pin_hash, made_at, expires_at)
            values (:id, :code, :state, :person, :badge, :configuration, :pin, :now, :end)
            """)
        .param("id", offer.id())
        .param("code", names.codeHash())
        .param("state", names.stateHash())
        .param("person", offer.person().value())
        .param("badge", offer.badge().value())
        .param("configuration", offer.configuration().id())
        .param("pin", offer.pinHash())
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(end))
        .update();
  }

  /** Ends what this person offered of this badge and nobody took. */
  void endOpen(PersonId person, CredentialId badge) {
    db.sql(
            """
            delete from wallet_offer
             where person_id = :person and credential_id = :badge and redeemed_at is null
            """)
        .param("person", person.value())
        .param("badge", badge.value())
        .update();
  }

  Optional<Offer> open(String codeHash, Instant now) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                 from wallet_offer
                where code_hash = :code and redeemed_at is null and expires_at > :now and tries < 5
                """)
        .param("code", codeHash)
        .param("now", Timestamp.from(now))
        .query(WalletOfferStore::row)
        .optional();
  }

  /** Also one that was taken already, until it ends. */
  Optional<Offer> ofState(String stateHash, Instant now) {
    return db.sql(
            "select "
                + COLUMNS
                + " from wallet_offer where state_hash = :state and expires_at > :now")
        .param("state", stateHash)
        .param("now", Timestamp.from(now))
        .query(WalletOfferStore::row)
        .optional();
  }

  /** Counts a try at an open offer and holds its row until the transaction ends. */
  Optional<Offer> tried(String codeHash, Instant now) {
    return db.sql(
            """
            update wallet_offer set tries = tries + 1
             where code_hash = :code and redeemed_at is null and expires_at > :now and tries < 5
            returning id, person_id, credential_id, configuration, pin_hash
            """)
        .param("code", codeHash)
        .param("now", Timestamp.from(now))
        .query(WalletOfferStore::row)
        .optional();
  }

  void redeem(UUID id, Instant now) {
    db.sql("update wallet_offer set redeemed_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  int sweep(Instant before, int most) {
    return db.sql(
            """
            delete from wallet_offer where id = any(array(
              select id from wallet_offer where expires_at < :before order by expires_at limit :most))
            """)
        .param("before", Timestamp.from(before))
        .param("most", most)
        .update();
  }

  /** Nothing that was offered or opened with one account goes on with another. */
  void end(PersonId person) {
    db.sql("delete from wallet_offer where person_id = :person")
        .param("person", person.value())
        .update();
  }
}
