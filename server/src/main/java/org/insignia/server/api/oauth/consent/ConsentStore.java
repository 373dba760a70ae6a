package org.insignia.server.api.oauth.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class ConsentStore {
  private static final String SELECT =
      """
      select s.id, s.client_id, c.name, c.redirect_uris[1] as redirect, s.scopes, s.made_at, s.used_at
        from oauth_consent s join oauth_client c on c.id = s.client_id
      """;

  private final JdbcClient db;

  ConsentStore(JdbcClient db) {
    this.db = db;
  }

  List<Consent> of(PersonId person) {
    return db.sql(SELECT + " where s.person_id = :person order by s.made_at desc, s.id")
        .param("person", person.value())
        .query(ConsentStore::row)
        .list();
  }

  Optional<Consent> find(PersonId person, UUID client) {
    return db.sql(SELECT + " where s.person_id = :person and s.client_id = :client")
        .param("person", person.value())
        .param("client", client)
        .query(ConsentStore::row)
        .optional();
  }

  long count(PersonId person) {
    return db.sql("select count(*) from oauth_consent where person_id = :person")
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  /** The consent of this person for this client, made or widened. */
  UUID put(UUID fresh, PersonId person, UUID client, String scopes, Instant now) {
    return db.sql(
            """
            insert into oauth_consent (id, client_id, person_id, scopes, made_at)
            values (:id, :client, :person, :scopes, :now)
            on conflict (client_id, person_id) do update
               set scopes = (select string_agg(distinct word, ' ' order by word)
                               from unnest(string_to_array(oauth_consent.scopes || ' ' || excluded.scopes, ' ')) word)
            returning id
            """)
        .param("id", fresh)
        .param("client", client)
        .param("person", person.value())
        .param("scopes", scopes)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .single();
  }

  /** Ends it with all that was got by it; the client, if there was such a consent. */
  Optional<UUID> delete(PersonId person, UUID id) {
    return db.sql(
            "delete from oauth_consent where id = :id and person_id = :person returning client_id")
        .param("id", id)
        .param("person", person.value())
        .query(UUID.class)
        .optional();
  }

  List<UUID> deleteOf(PersonId person) {
    return db.sql("delete from oauth_consent where person_id = :person returning client_id")
        .param("person", person.value())
        .query(UUID.class)
        .list();
  }

  private static Consent row(ResultSet row, int number) throws SQLException {
    var used = row.getTimestamp("used_at");
    return new Consent(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getString("name"),
        row.getString("redirect"),
        PersonScope.among(Set.of(row.getString("scopes").split(" "))),
        row.getTimestamp("made_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
