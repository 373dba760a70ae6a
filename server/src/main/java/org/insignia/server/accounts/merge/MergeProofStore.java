package org.insignia.server.accounts.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of wishes to show another account by a mail. */
@Repository
final class MergeProofStore {
  private final JdbcClient db;

  record Row(UUID id, PersonId person, EmailAddress address, Language language) {}

  MergeProofStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Row row, Instant expires) {
    db.sql(
            """
            insert into merge_proof (id, person_id, value, language, expires_at)
            values (:id, :person, :value, :language, :expires)
            """)
        .param("id", row.id())
        .param("person", row.person().value())
        .param("value", row.address().value())
        .param("language", row.language().tag())
        .param("expires", Timestamp.from(expires))
        .update();
  }

  Optional<Row> find(UUID id, Instant now) {
    return db.sql(
            "select id, person_id, value, language from merge_proof where id = :id and expires_at > :now")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(MergeProofStore::row)
        .optional();
  }

  Optional<Row> findByToken(String hash, Instant now) {
    return db.sql(
            "select id, person_id, value, language from merge_proof where token_hash = :hash and expires_at > :now")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(MergeProofStore::row)
        .optional();
  }

  void token(UUID id, String hash) {
    db.sql("update merge_proof set token_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }

  boolean take(String hash) {
    return db.sql("delete from merge_proof where token_hash = :hash").param("hash", hash).update()
        == 1;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        EmailAddress.of(row.getString("value")),
        Language.of(row.getString("language")));
  }
}
