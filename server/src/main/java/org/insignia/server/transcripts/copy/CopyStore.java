package org.insignia.server.transcripts.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of copies. */
@Repository
final class CopyStore {
  private static final String SELECT =
      """
      select id, person_id, recipient, language, with_address, items, asked_at from transcript_copy
      """;
  private final JdbcClient db;

  CopyStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Copy copy) {
    var items = copy.items();
    db.sql(
            """
            insert into transcript_copy (id, person_id, recipient, language, with_address, items, asked_at)
            values (:id, :person, :to, :language, :address, cast(:items as text[]), :now)
            """)
        .param("id", copy.id())
        .param("person", copy.person().value())
        .param("to", copy.to().value())
        .param("language", copy.language().tag())
        .param("address", copy.withAddress())
        .param("items", items == null ? null : items.toArray(String[]::new), Types.ARRAY)
        .param("now", Timestamp.from(copy.askedAt()))
        .update();
  }

  Optional<Copy> find(UUID id) {
    return db.sql(SELECT + " where id = :id").param("id", id).query(CopyStore::copy).optional();
  }

  List<Copy> of(PersonId person) {
    return db.sql(SELECT + " where person_id = :person order by asked_at desc, id desc limit 100")
        .param("person", person.value())
        .query(CopyStore::copy)
        .list();
  }

  /** Takes old ones away; to whom they went, so that the letters forget it, too. */
  List<EmailAddress> sweep(Instant before, int limit) {
    return db.sql(
            """
            delete from transcript_copy where id = any(array(
              select id from transcript_copy where asked_at < :before
               order by asked_at limit :limit for update skip locked))
            returning recipient
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .query((row, number) -> EmailAddress.of(row.getString("recipient")))
        .list();
  }

  private static Copy copy(ResultSet row, int number) throws SQLException {
    var items = row.getArray("items");
    return new Copy(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        EmailAddress.of(row.getString("recipient")),
        Language.of(row.getString("language")),
        row.getBoolean("with_address"),
        items == null ? null : List.of((String[]) items.getArray()),
        row.getTimestamp("asked_at").toInstant());
  }
}
