package org.insignia.server.api.oauth;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.tokens.ClientTokens.Spoken;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Access tokens of organisations' clients, by their hashes. */
@Repository
final class AccessTokenStore {
  private final JdbcClient db;

  AccessTokenStore(JdbcClient db) {
    this.db = db;
  }

  void insert(String hash, UUID client, Collection<Scope> scopes, Instant now, Instant end) {
    db.sql(
            """
            insert into oauth_access_token (hash, client_id, scopes, made_at, expires_at)
            values (:hash, :client, :scopes, :now, :end)
            """)
        .param("hash", hash)
        .param("client", client)
        .param("scopes", scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" ")))
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(end))
        .update();
  }

  Optional<Spoken> find(String hash, Instant now) {
    return db.sql(
            """
            select c.id, c.organisation_id, c.made_by, t.scopes
              from oauth_access_token t join oauth_client c on c.id = t.client_id
             where t.hash = :hash and t.expires_at > :now and c.organisation_id is not null
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query((row, n) -> {
          var scopes = EnumSet.noneOf(Scope.class);
          Stream.of(row.getString("scopes").split(" "))
              .forEach(word -> Scope.of(word).ifPresent(scopes::add));
          var maker = row.getObject("made_by", UUID.class);
          return new Spoken(
              row.getObject("id", UUID.class),
              new OrganisationId(row.getObject("organisation_id", UUID.class)),
              maker == null ? null : new PersonId(maker),
              scopes);
        })
        .optional();
  }

  void deleteOf(UUID client) {
    db.sql("delete from oauth_access_token where client_id = :client")
        .param("client", client)
        .update();
  }

  int deleteEnded(Instant now, int limit) {
    return db.sql(
            """
            delete from oauth_access_token
             where hash = any(array(select hash from oauth_access_token where expires_at < :now order by expires_at limit :limit))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }
}
