package org.insignia.server.accounts.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of passkeys. */
@Repository
final class PasskeyStore {
  private final JdbcClient db;

  /** What is needed to check an answer of a passkey. */
  record Row(UUID id, PersonId person, PublicPart part) {}

  PasskeyStore(JdbcClient db) {
    this.db = db;
  }

  void insert(UUID id, PersonId person, PublicPart part, String name, Instant now) {
    db.sql(
            """
            insert into passkey (id, person_id, credential_id, attested, sign_count, backup_eligible, backed_up, name, added_at)
            values (:id, :person, :credential, :attested, :count, :eligible, :backed, :name, :now)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("credential", part.credentialId().toArray())
        .param("attested", part.attested().toArray())
        .param("count", part.signCount())
        .param("eligible", part.backupEligible())
        .param("backed", part.backedUp())
        .param("name", name)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** A passkey of an account that stands: one that was merged into another has no ways in. */
  Optional<Row> find(Octets credentialId) {
    return db.sql(
            """
            select k.id, k.person_id, k.credential_id, k.attested, k.sign_count, k.backup_eligible, k.backed_up
              from passkey k
              join person p on p.id = k.person_id and p.merged_into is null
             where k.credential_id = :credential
            """)
        .param("credential", credentialId.toArray())
        .query((row, number) ->
            new Row(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                part(row)))
        .optional();
  }

  List<Passkey> of(PersonId person) {
    return db.sql(
            """
            select id, name, backed_up, added_at, used_at
              from passkey
             where person_id = :person
             order by added_at, id
            """)
        .param("person", person.value())
        .query((row, number) -> {
          var used = row.getTimestamp("used_at");
          return new Passkey(
              row.getObject("id", UUID.class),
              row.getString("name"),
              row.getBoolean("backed_up"),
              row.getTimestamp("added_at").toInstant(),
              used == null ? null : used.toInstant());
        })
        .list();
  }

  List<Octets> credentialIds(PersonId person) {
    return db.sql("select credential_id from passkey where person_id = :person order by added_at")
        .param("person", person.value())
        .query((row, number) -> new Octets(row.getBytes("credential_id")))
        .list();
  }

  /** Notes a use; false if another use went further meanwhile: then two have the same key. */
  boolean used(UUID id, long before, long count, boolean backedUp, Instant now) {
    return db.sql(
                """
                update passkey
                   set sign_count = :count, backed_up = :backed, used_at = :now
                 where id = :id and sign_count = :before
                """)
            .param("count", count)
            .param("backed", backedUp)
            .param("now", Timestamp.from(now))
            .param("id", id)
            .param("before", before)
            .update()
        == 1;
  }

  boolean rename(PersonId person, UUID id, String name) {
    return db.sql("update passkey set name = :name where id = :id and person_id = :person")
            .param("name", name)
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  Optional<String> remove(PersonId person, UUID id) {
    return db.sql("delete from passkey where id = :id and person_id = :person returning name")
        .param("id", id)
        .param("person", person.value())
        .query(String.class)
        .optional();
  }

  private static PublicPart part(ResultSet row) throws SQLException {
    return new PublicPart(
        new Octets(row.getBytes("credential_id")),
        new Octets(row.getBytes("attested")),
        row.getLong("sign_count"),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backed_up"));
  }
}
