package org.insignia.server.claims.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of wishes for a link. */
@Repository
final class WishStore {
  private static final String COLUMNS = "id, value, language, credential_id, visibility";
  private final JdbcClient db;

  WishStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Wish wish, Instant now, Instant expires) {
    var credential = wish.credential();
    var visibility = wish.visibility();
    db.sql(
            """
            insert into entry_wish (id, value, key, language, credential_id, visibility, asked_at, expires_at)
            values (:id, :value, :key, :language, :credential, :visibility, :now, :expires)
            """)
        .param("id", wish.id())
        .param("value", wish.address().value())
        .param("key", wish.address().key())
        .param("language", wish.language().tag())
        .param("credential", credential == null ? null : credential.value(), Types.OTHER)
        .param("visibility", visibility == null ? null : visibility.name())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .update();
  }

  Optional<Wish> find(UUID id) {
    return db.sql("select " + COLUMNS + " from entry_wish where id = :id")
        .param("id", id)
        .query(WishStore::wish)
        .optional();
  }

  Optional<Wish> findByToken(String hash, Instant now) {
    return db.sql(
            "select " + COLUMNS + " from entry_wish where token_hash = :hash and expires_at > :now")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(WishStore::wish)
        .optional();
  }

  void token(UUID id, String hash, Instant expires) {
    db.sql("update entry_wish set token_hash = :hash, expires_at = :expires where id = :id")
        .param("hash", hash)
        .param("expires", Timestamp.from(expires))
        .param("id", id)
        .update();
  }

  /** Takes the row for good, once. */
  boolean take(UUID id, Instant now) {
    return db.sql("delete from entry_wish where id = :id and expires_at > :now")
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Other links to this mailbox open nothing any more. */
  void dropAllOf(EmailAddress address) {
    db.sql("delete from entry_wish where key = :key and token_hash is not null")
        .param("key", address.key())
        .update();
  }

  void forget(EmailAddress address) {
    db.sql("delete from entry_wish where key = :key").param("key", address.key()).update();
  }

  int sweep(Instant now, int limit) {
    return db.sql(
            """
            delete from entry_wish where id = any(array(
              select id from entry_wish where expires_at < :now
               order by expires_at limit :limit for update skip locked))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }

  private static Wish wish(ResultSet row, int number) throws SQLException {
    var credential = row.getObject("credential_id", UUID.class);
    var visibility = row.getString("visibility");
    return new Wish(
        row.getObject("id", UUID.class),
        EmailAddress.of(row.getString("value")),
        Language.of(row.getString("language")),
        credential == null ? null : new CredentialId(credential),
        visibility == null ? null : Visibility.valueOf(visibility));
  }
}
