package org.insignia.server.accounts.totp;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of second factors and recovery codes. */
@Repository
final class SecondFactorStore {
  private final JdbcClient db;

  SecondFactorStore(JdbcClient db) {
    this.db = db;
  }

  /** Keeps the secret; one that is there already stays. */
  void begin(PersonId person, String sealed, Instant now) {
    db.sql(
            """
            insert into second_factor (person_id, sealed, begun_at) values (:id, :sealed, :now)
            on conflict (person_id) do nothing
            """)
        .param("id", person.value())
        .param("sealed", sealed)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<String> sealed(PersonId person) {
    return db.sql("select sealed from second_factor where person_id = :id")
        .param("id", person.value())
        .query(String.class)
        .optional();
  }

  Optional<Instant> onSince(PersonId person) {
    return db.sql(
            "select on_since from second_factor where person_id = :id and on_since is not null")
        .param("id", person.value())
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  boolean turnOn(PersonId person, Instant now) {
    return db.sql(
                "update second_factor set on_since = :now where person_id = :id and on_since is null")
            .param("now", Timestamp.from(now))
            .param("id", person.value())
            .update()
        == 1;
  }

  /** Takes a step of time; false if it, or a later one, was taken before. */
  boolean spend(PersonId person, long step) {
    return db.sql(
                "update second_factor set last_step = :step where person_id = :id and last_step < :step")
            .param("step", step)
            .param("id", person.value())
            .update()
        == 1;
  }

  void remove(PersonId person) {
    db.sql("delete from second_factor where person_id = :id").param("id", person.value()).update();
  }

  void addCode(PersonId person, String hash) {
    db.sql("insert into recovery_code (person_id, hash) values (:id, :hash)")
        .param("id", person.value())
        .param("hash", hash)
        .update();
  }

  boolean takeCode(PersonId person, String hash) {
    return db.sql("delete from recovery_code where person_id = :id and hash = :hash")
            .param("id", person.value())
            .param("hash", hash)
            .update()
        == 1;
  }

  void dropCodes(PersonId person) {
    db.sql("delete from recovery_code where person_id = :id").param("id", person.value()).update();
  }

  int codes(PersonId person) {
    return db.sql("select count(*) from recovery_code where person_id = :id")
        .param("id", person.value())
        .query(Integer.class)
        .single();
  }
}
