package org.insignia.server.accounts.postal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of postal addresses, at most one for a person. */
@Repository
final class PostalAddressStore {
  private final JdbcClient db;

  PostalAddressStore(JdbcClient db) {
    this.db = db;
  }

  Optional<PostalAddress> find(PersonId person) {
    return db.sql(
            """
            select street, locality, region, postal_code, country
              from postal_address where person_id = :person
            """)
        .param("person", person.value())
        .query(PostalAddressStore::address)
        .optional();
  }

  void put(PersonId person, PostalAddress address, Instant now) {
    db.sql(
            """
            insert into postal_address (person_id, street, locality, region, postal_code, country, changed_at)
            values (:person, :street, :locality, :region, :code, :country, :now)
            on conflict (person_id) do update
               set street = excluded.street, locality = excluded.locality, region = excluded.region,
                   postal_code = excluded.postal_code, country = excluded.country, changed_at = excluded.changed_at
            """)
        .param("person", person.value())
        .param("street", address.street().toArray(String[]::new))
        .param("locality", address.locality())
        .param("region", address.region())
        .param("code", address.postalCode())
        .param("country", address.country().code())
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean delete(PersonId person) {
    return db.sql("delete from postal_address where person_id = :person")
            .param("person", person.value())
            .update()
        == 1;
  }

  /** Hands it over to somebody who has none. */
  boolean hand(PersonId from, PersonId to) {
    return db.sql(
                """
                update postal_address set person_id = :to
                 where person_id = :from
                   and not exists (select 1 from postal_address k where k.person_id = :to)
                """)
            .param("from", from.value())
            .param("to", to.value())
            .update()
        == 1;
  }

  private static PostalAddress address(ResultSet row, int number) throws SQLException {
    return new PostalAddress(
        List.of((String[]) row.getArray("street").getArray()),
        row.getString("locality"),
        row.getString("region"),
        row.getString("postal_code"),
        new Country(row.getString("country")));
  }
}
