package org.insignia.server.api.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class OAuthClientStore {
  private static final String SELECT =
      """
      select id, organisation_id, name, secret_hash is null as is_public, scopes, redirect_uris, made_by, made_at, used_at
        from oauth_client
      """;

  private final JdbcClient db;

  OAuthClientStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param registration what it said of itself, as JSON; null for one of an organisation
   */
  void insert(OAuthClient client, @Nullable String secretHash, @Nullable String registration) {
    db.sql(
            """
            insert into oauth_client (id, organisation_id, name, secret_hash, scopes, redirect_uris, registration,
                                      made_by, made_at)
            values (:id, :organisation, :name, :hash, :scopes, :redirects, cast(:registration as jsonb), :by, :at)
            """)
        .param("id", client.id())
        .param("organisation", client.organisation() == null ? null : client.organisation().value())
        .param("name", client.name())
        .param("hash", secretHash)
        .param("scopes", client.scopes().stream().sorted().collect(Collectors.joining(" ")))
        .param("redirects", client.redirectUris().toArray(String[]::new))
        .param("registration", registration)
        .param("by", client.maker() == null ? null : client.maker().value())
        .param("at", Timestamp.from(client.madeAt()))
        .update();
  }

  Optional<OAuthClient> find(UUID id) {
    return db.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(OAuthClientStore::row)
        .optional();
  }

  /** Empty where there is no such client, or it has no secret. */
  Optional<String> secretHash(UUID id) {
    return db.sql("select secret_hash from oauth_client where id = :id and secret_hash is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<OAuthClient> locked(OrganisationId organisation, UUID id) {
    return db.sql(SELECT + " where organisation_id = :organisation and id = :id for update")
        .param("organisation", organisation.value())
        .param("id", id)
        .query(OAuthClientStore::row)
        .optional();
  }

  List<OAuthClient> of(OrganisationId organisation) {
    return db.sql(SELECT + " where organisation_id = :organisation order by made_at desc, id")
        .param("organisation", organisation.value())
        .query(OAuthClientStore::row)
        .list();
  }

  List<OAuthClient> madeBy(PersonId person) {
    return db.sql(SELECT + " where made_by = :person order by made_at, id")
        .param("person", person.value())
        .query(OAuthClientStore::row)
        .list();
  }

  void newSecret(UUID id, String hash, PersonId by) {
    db.sql("update oauth_client set secret_hash = :hash, made_by = :by where id = :id")
        .param("id", id)
        .param("hash", hash)
        .param("by", by.value())
        .update();
  }

  void rename(UUID id, String name) {
    db.sql("update oauth_client set name = :name where id = :id")
        .param("id", id)
        .param("name", name)
        .update();
  }

  /** What it was given goes with it. */
  void delete(UUID id) {
    db.sql("delete from oauth_client where id = :id").param("id", id).update();
  }

  Optional<String> said(UUID id, String member) {
    return db.sql(
            """
            select registration ->> :member from oauth_client
             where id = :id and registration ->> :member is not null
            """)
        .param("id", id)
        .param("member", member)
        .query(String.class)
        .optional();
  }

  /** Of those that registered themselves. */
  int deleteUnused(Instant before, int limit) {
    return db.sql(
            """
            delete from oauth_client
             where id = any(array(select c.id from oauth_client c
                           where c.organisation_id is null and coalesce(c.used_at, c.made_at) < :before
                             and not exists (select 1 from oauth_consent s where s.client_id = c.id)
                           limit :limit))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  /** Notes the use, at most once in a minute, so that a busy client is not a busy row. */
  void used(UUID id, Instant now) {
    db.sql(
            """
            update oauth_client set used_at = :now
             where id = :id and (used_at is null or used_at < :before)
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(now.minusSeconds(60)))
        .update();
  }

  private static OAuthClient row(ResultSet row, int number) throws SQLException {
    var organisation = row.getObject("organisation_id", UUID.class);
    var maker = row.getObject("made_by", UUID.class);
    var used = row.getTimestamp("used_at");
    return new OAuthClient(
        row.getObject("id", UUID.class),
        organisation == null ? null : new OrganisationId(organisation),
        row.getString("name"),
        row.getBoolean("is_public"),
        Set.of(row.getString("scopes").split(" ")),
        List.of((String[]) row.getArray("redirect_uris").getArray()),
        maker == null ? null : new PersonId(maker),
        row.getTimestamp("made_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
