package org.insignia.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of wishes for a new password. */
@Repository
final class ResetStore {
  private final JdbcClient db;

  /** Who asked, in which language. */
  record Row(UUID id, EmailAddress address, Language language) {}

  ResetStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Row row, Instant now, Instant expires) {
    dropExpired(now);
    db.sql(
            """
            insert into password_reset (id, key, language, begun_at, expires_at)
            values (:id, :key, :language, :now, :expires)
            """)
        .param("id", row.id())
        .param("key", row.address().key())
        .param("language", row.language().tag())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .update();
  }

  /** What nobody confirmed in time is forgotten, a little with each new wish. */
  private void dropExpired(Instant now) {
    db.sql(
            """
            delete from password_reset where id = any(array(
              select id from password_reset where expires_at < :now order by expires_at limit 20 for update skip locked))
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Row> find(UUID id, Instant now) {
    return db.sql(
            "select id, key, language from password_reset where id = :id and expires_at > :now")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(ResetStore::row)
        .optional();
  }

  Optional<Row> findByToken(String hash, Instant now) {
    return db.sql(
            "select id, key, language from password_reset where token_hash = :hash and expires_at > :now")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(ResetStore::row)
        .optional();
  }

  void token(UUID id, String hash) {
    db.sql("update password_reset set token_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }

  /** Takes the row for good, once. */
  Optional<Row> take(String hash, Instant now) {
    return db.sql(
            """
            delete from password_reset
             where token_hash = :hash and expires_at > :now
            returning id, key, language
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(ResetStore::row)
        .optional();
  }

  void dropAllOf(EmailAddress address) {
    db.sql("delete from password_reset where key = :key").param("key", address.key()).update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        EmailAddress.of(row.getString("key")),
        Language.of(row.getString("language")));
  }
}
