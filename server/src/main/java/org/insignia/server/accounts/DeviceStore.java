package org.insignia.server.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of browsers that signed in before. */
@Repository
final class DeviceStore {
  private final JdbcClient db;

  DeviceStore(JdbcClient db) {
    this.db = db;
  }

  void insert(String hash, PersonId person, Instant now) {
    db.sql("insert into known_device (hash, person_id, seen_at) values (:hash, :person, :now)")
        .param("hash", hash)
        .param("person", person.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<PersonId> owner(String hash) {
    return db.sql("select person_id from known_device where hash = :hash")
        .param("hash", hash)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  void forgetAllOf(PersonId person) {
    db.sql("delete from known_device where person_id = :person")
        .param("person", person.value())
        .update();
  }
}
