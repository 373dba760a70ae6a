package org.insignia.server.claims;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of those who accept without being asked. */
@Repository
final class AutoAcceptStore {
  private final JdbcClient db;

  AutoAcceptStore(JdbcClient db) {
    this.db = db;
  }

  Map<PersonId, Visibility> find(Collection<PersonId> people) {
    var found = new HashMap<PersonId, Visibility>();
    db.sql("select person_id, visibility from auto_accept where person_id = any(:ids)")
        .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(row -> {
          found.put(
              new PersonId(row.getObject("person_id", UUID.class)),
              Visibility.valueOf(row.getString("visibility")));
        });
    return found;
  }

  void put(PersonId person, Visibility visibility, Instant now) {
    db.sql(
            """
            insert into auto_accept (person_id, visibility, since)
            values (:person, :visibility, :now)
            on conflict (person_id) do update set visibility = excluded.visibility
            """)
        .param("person", person.value())
        .param("visibility", visibility.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean delete(PersonId person) {
    return db.sql("delete from auto_accept where person_id = :person")
            .param("person", person.value())
            .update()
        == 1;
  }
}
