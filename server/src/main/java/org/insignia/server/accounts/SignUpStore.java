package org.insignia.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of sign-ups that wait for their confirmation. */
@Repository
final class SignUpStore {
  private static final String COLUMNS = "id, value, name, language, password_hash, intent";
  private final JdbcClient db;

  /** What was asked for. */
  record Row(
      UUID id,
      EmailAddress address,
      String name,
      Language language,
      String passwordHash,
      @Nullable UUID intent) {}

  SignUpStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Row row, Instant now, Instant expires) {
    dropExpired(now);
    db.sql(
            """
            insert into sign_up (id, value, key, name, language, password_hash, intent, begun_at, expires_at)
            values (:id, :value, :key, :name, :language, :hash, :intent, :now, :expires)
            """)
        .param("id", row.id())
        .param("value", row.address().value())
        .param("key", row.address().key())
        .param("name", row.name())
        .param("language", row.language().tag())
        .param("hash", row.passwordHash())
        .param("intent", row.intent(), java.sql.Types.OTHER)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .update();
  }

  /** What nobody confirmed in time is forgotten, a little with each new wish. */
  private void dropExpired(Instant now) {
    db.sql(
            """
            delete from sign_up where id = any(array(
              select id from sign_up where expires_at < :now order by expires_at limit 20 for update skip locked))
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Row> find(UUID id, Instant now) {
    return db.sql("select " + COLUMNS + " from sign_up where id = :id and expires_at > :now")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(SignUpStore::row)
        .optional();
  }

  Optional<Row> findByToken(String hash, Instant now) {
    return db.sql(
            "select " + COLUMNS + " from sign_up where token_hash = :hash and expires_at > :now")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(SignUpStore::row)
        .optional();
  }

  void token(UUID id, String hash) {
    db.sql("update sign_up set token_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }

  /** Takes the row for good; false if somebody else took it in the meantime. */
  boolean take(UUID id) {
    return db.sql("delete from sign_up where id = :id").param("id", id).update() == 1;
  }

  /** Drops everything else that was asked for under this address: it has an owner now. */
  void dropAllOf(EmailAddress address) {
    db.sql("delete from sign_up where key = :key").param("key", address.key()).update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        EmailAddress.of(row.getString("value")),
        row.getString("name"),
        Language.of(row.getString("language")),
        row.getString("password_hash"),
        row.getObject("intent", UUID.class));
  }
}
