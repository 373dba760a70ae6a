package org.insignia.server.sharing.profile;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The order of badges, one row a person. */
@Repository
final class ArrangementStore {
  private final JdbcClient db;

  ArrangementStore(JdbcClient db) {
    this.db = db;
  }

  List<UUID> of(PersonId person) {
    return db.sql("select badges from badge_order where person_id = :person")
        .param("person", person.value())
        .query((row, n) -> List.of((UUID[]) row.getArray("badges").getArray()))
        .optional()
        .orElse(List.of());
  }

  /** Holds off others who would change the order of this person until the transaction ends. */
  void lock(PersonId person) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('badge_order' || :person, 0))")
        .param("person", person.toString())
        .query((row, n) -> n)
        .list();
  }

  void put(PersonId person, List<UUID> badges) {
    db.sql(
            """
            insert into badge_order (person_id, badges) values (:person, cast(:badges as uuid[]))
            on conflict (person_id) do update set badges = excluded.badges
            """)
        .param("person", person.value())
        .param("badges", badges.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }
}
