package org.insignia.server.sharing.belongings;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose collections, evidence and badges from elsewhere are. */
@Repository
final class BelongingStore {
  private final JdbcClient db;

  BelongingStore(JdbcClient db) {
    this.db = db;
  }

  long count(PersonId person, Belonging what) {
    return db.sql("select count(*) from " + what.table() + " where person_id = :person")
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  /** Hands over all of it; a badge that both have stays where it is. */
  List<UUID> hand(PersonId from, PersonId to, Belonging what) {
    var twice =
        what == Belonging.FOREIGN_BADGE
            ? """
             and not exists (select 1 from foreign_badge k
                              where k.person_id = :to and k.document_hash = t.document_hash)
            """
            : "";
    return db.sql(
            "update "
                + what.table()
                + " t set person_id = :to where t.person_id = :from"
                + twice
                + " returning t.id")
        .param("from", from.value())
        .param("to", to.value())
        .query(UUID.class)
        .list();
  }

  /** Hands over this one, if it is there. */
  void hand(UUID id, PersonId from, PersonId to, Belonging what) {
    db.sql("update " + what.table() + " set person_id = :to where id = :id and person_id = :from")
        .param("id", id)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  /** The order in which a person shows their badges; empty where they never chose one. */
  List<UUID> order(PersonId person) {
    return db.sql("select badges from badge_order where person_id = :person for update")
        .param("person", person.value())
        .query((row, n) -> List.of((UUID[]) row.getArray("badges").getArray()))
        .optional()
        .orElse(List.of());
  }

  void setOrder(PersonId person, Collection<UUID> badges) {
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
