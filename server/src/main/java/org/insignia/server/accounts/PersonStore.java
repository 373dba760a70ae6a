package org.insignia.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of people. */
@Repository
final class PersonStore {
  private final JdbcClient db;

  PersonStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Person person, @Nullable String passwordHash) {
    db.sql(
            """
            insert into person (id, name, vanity, language, password_hash, since)
            values (:id, :name, :vanity, :language, :hash, :since)
            """)
        .param("id", person.id().value())
        .param("name", person.name())
        .param("vanity", person.vanity())
        .param("language", person.language().tag())
        .param("hash", passwordHash)
        .param("since", Timestamp.from(person.since()))
        .update();
  }

  Optional<Person> find(PersonId id) {
    return db.sql("select id, name, vanity, language, since from person where id = :id")
        .param("id", id.value())
        .query(PersonStore::person)
        .optional();
  }

  Optional<Person> findByVanity(String vanity) {
    return db.sql(
            "select id, name, vanity, language, since from person where vanity = :vanity and merged_into is null")
        .param("vanity", vanity)
        .query(PersonStore::person)
        .optional();
  }

  /** Whether it leads, or once led, to somebody. */
  boolean isVanityTaken(String vanity) {
    return db.sql(
            """
            select exists (select 1 from person where vanity = :vanity)
                or exists (select 1 from former_vanity where vanity = :vanity)
            """)
        .param("vanity", vanity)
        .query(Boolean.class)
        .single();
  }

  /** The person who owns each of these mailboxes, by {@link EmailAddress#key()}. */
  Map<String, PersonId> ownersByKey(Collection<String> keys) {
    var owners = new HashMap<String, PersonId>();
    db.sql("select key, person_id from address where verified_at is not null and key = any(:keys)")
        .param("keys", keys.toArray(String[]::new))
        .query(row -> {
          owners.put(row.getString("key"), new PersonId(row.getObject("person_id", UUID.class)));
        });
    return owners;
  }

  /** Empty for who signs in without one. */
  Optional<String> passwordHash(PersonId id) {
    return db.sql("select password_hash from person where id = :id and password_hash is not null")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  void changePassword(PersonId id, String hash) {
    db.sql("update person set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id.value())
        .update();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("vanity"),
        Language.of(row.getString("language")),
        instant(row, "since"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
