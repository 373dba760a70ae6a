package org.insignia.server.sharing.collections;

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

/** The rows of collections. */
@Repository
final class CollectionStore {
  private static final String SELECT =
      "select id, person_id, name, description, visibility, badges from badge_collection";
  private final JdbcClient db;

  CollectionStore(JdbcClient db) {
    this.db = db;
  }

  List<BadgeCollection> of(PersonId person) {
    return db.sql(SELECT + " where person_id = :person order by made_at, id")
        .param("person", person.value())
        .query(CollectionStore::collection)
        .list();
  }

  Optional<BadgeCollection> find(UUID id) {
    return db.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(CollectionStore::collection)
        .optional();
  }

  /** Adds one unless the person has that many already. */
  boolean insert(BadgeCollection made, int most, Instant now) {
    return db.sql(
                """
                insert into badge_collection (id, person_id, name, description, made_at)
                select :id, :person, :name, :description, :now
                 where (select count(*) from badge_collection where person_id = :person) < :most
                """)
            .param("id", made.id())
            .param("person", made.person().value())
            .param("name", made.name())
            .param("description", made.description())
            .param("now", Timestamp.from(now))
            .param("most", most)
            .update()
        == 1;
  }

  boolean update(BadgeCollection changed) {
    return db.sql(
                """
                update badge_collection
                   set name = :name, description = :description, visibility = :visibility,
                       badges = cast(:badges as uuid[])
                 where id = :id and person_id = :person
                """)
            .param("id", changed.id())
            .param("person", changed.person().value())
            .param("name", changed.name())
            .param("description", changed.description())
            .param("visibility", changed.isPublic() ? "PUBLIC" : "PRIVATE")
            .param("badges", changed.badges().stream().map(UUID::toString).toArray(String[]::new))
            .update()
        == 1;
  }

  boolean delete(UUID id, PersonId person) {
    return db.sql("delete from badge_collection where id = :id and person_id = :person")
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  private static BadgeCollection collection(ResultSet row, int number) throws SQLException {
    return new BadgeCollection(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("name"),
        row.getString("description"),
        "PUBLIC".equals(row.getString("visibility")),
        List.of((UUID[]) row.getArray("badges").getArray()));
  }
}
