package org.insignia.server.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of people's mailboxes. */
@Repository
final class AddressStore {
  private final JdbcClient db;

  /** A mailbox of a person as the row says. */
  record Row(UUID id, PersonId person, EmailAddress address, boolean main, boolean verified) {}

  AddressStore(JdbcClient db) {
    this.db = db;
  }

  /** The first mailbox of a new person, already proven. */
  void insertVerifiedMain(UUID id, PersonId person, EmailAddress address, Instant now) {
    db.sql(
            """
            insert into address (id, person_id, value, key, main, added_at, verified_at)
            values (:id, :person, :value, :key, true, :now, :now)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("value", address.value())
        .param("key", address.key())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Adds a mailbox still to be proven; false if the person has it already. */
  boolean insertUnverified(UUID id, PersonId person, EmailAddress address, Instant now) {
    return db.sql(
                """
                insert into address (id, person_id, value, key, main, added_at)
                values (:id, :person, :value, :key, false, :now)
                on conflict (person_id, key) do nothing
                """)
            .param("id", id)
            .param("person", person.value())
            .param("value", address.value())
            .param("key", address.key())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  List<Row> of(PersonId person) {
    return db.sql(
            """
            select id, person_id, value, main, verified_at is not null as verified
              from address
             where person_id = :person
             order by main desc, added_at, id
            """)
        .param("person", person.value())
        .query(AddressStore::row)
        .list();
  }

  Optional<Row> find(UUID id) {
    return db.sql(
            """
            select id, person_id, value, main, verified_at is not null as verified
              from address
             where id = :id
            """)
        .param("id", id)
        .query(AddressStore::row)
        .optional();
  }

  Optional<Row> findByToken(String hash, Instant now) {
    return db.sql(
            """
            select id, person_id, value, main, verified_at is not null as verified
              from address
             where token_hash = :hash and expires_at > :now
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(AddressStore::row)
        .optional();
  }

  void token(UUID id, String hash, Instant expires) {
    db.sql(
            "update address set token_hash = :hash, expires_at = :expires where id = :id and verified_at is null")
        .param("hash", hash)
        .param("expires", Timestamp.from(expires))
        .param("id", id)
        .update();
  }

  /** Marks a mailbox as proven; false if it was before or the token is spent. */
  boolean verify(UUID id, String hash, Instant now) {
    return db.sql(
                """
                update address
                   set verified_at = :now, token_hash = null, expires_at = null
                 where id = :id and token_hash = :hash and verified_at is null and expires_at > :now
                """)
            .param("id", id)
            .param("hash", hash)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Makes a proven mailbox the main one; the index allows one at a time. */
  boolean makeMain(PersonId person, UUID id) {
    db.sql("update address set main = false where person_id = :person and main")
        .param("person", person.value())
        .update();
    return db.sql(
                "update address set main = true where id = :id and person_id = :person and verified_at is not null")
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  /** Takes a mailbox from a person; the main one stays. */
  boolean remove(PersonId person, UUID id) {
    return db.sql("delete from address where id = :id and person_id = :person and not main")
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        EmailAddress.of(row.getString("value")),
        row.getBoolean("main"),
        row.getBoolean("verified"));
  }
}
