package org.insignia.server.api.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
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
final class ApiTokenStore {
  private static final String SELECT =
      """
      select t.id, t.organisation_id, t.name, t.scopes, t.made_by, t.made_at, t.expires_at, t.used_at, t.revoked_at,
             exists (select 1 from api_token n where n.follows = t.id) as renewed
        from api_token t
      """;
  private final JdbcClient db;

  ApiTokenStore(JdbcClient db) {
    this.db = db;
  }

  void insert(ApiToken token, String hash, @Nullable UUID follows) {
    db.sql(
            """
            insert into api_token (id, organisation_id, name, hash, scopes, made_by, made_at, expires_at, follows)
            values (:id, :organisation, :name, :hash, :scopes, :by, :at, :expires, :follows)
            """)
        .param("id", token.id())
        .param("organisation", token.organisation().value())
        .param("name", token.name())
        .param("hash", hash)
        .param(
            "scopes",
            token.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(" ")))
        .param("by", token.maker() == null ? null : token.maker().value())
        .param("at", Timestamp.from(token.madeAt()))
        .param("expires", Timestamp.from(token.expiresAt()))
        .param("follows", follows)
        .update();
  }

  Optional<ApiToken> find(String hash) {
    return db.sql(SELECT + " where t.hash = :hash")
        .param("hash", hash)
        .query(ApiTokenStore::row)
        .optional();
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<ApiToken> locked(OrganisationId organisation, UUID id) {
    return db.sql(
            SELECT + " where t.organisation_id = :organisation and t.id = :id for update of t")
        .param("organisation", organisation.value())
        .param("id", id)
        .query(ApiTokenStore::row)
        .optional();
  }

  List<ApiToken> of(OrganisationId organisation, int limit) {
    return db.sql(
            SELECT
                + " where t.organisation_id = :organisation order by t.made_at desc, t.id limit :limit")
        .param("organisation", organisation.value())
        .param("limit", limit)
        .query(ApiTokenStore::row)
        .list();
  }

  int countLive(OrganisationId organisation, Instant now) {
    return db.sql(
            """
            select count(*) from api_token
             where organisation_id = :organisation and revoked_at is null and expires_at > :now
            """)
        .param("organisation", organisation.value())
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .single();
  }

  /** Notes the use, at most once in a minute, so that a busy token is not a busy row. */
  void used(UUID id, Instant now) {
    db.sql(
            """
            update api_token set used_at = :now
             where id = :id and (used_at is null or used_at < :before)
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(now.minusSeconds(60)))
        .update();
  }

  void endBy(UUID id, Instant end) {
    db.sql("update api_token set expires_at = least(expires_at, :end) where id = :id")
        .param("id", id)
        .param("end", Timestamp.from(end))
        .update();
  }

  void revoke(UUID id, Instant now) {
    db.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  List<ApiToken> madeBy(PersonId person) {
    return db.sql(SELECT + " where t.made_by = :person order by t.made_at, t.id")
        .param("person", person.value())
        .query(ApiTokenStore::row)
        .list();
  }

  int removeEnded(Instant before, int limit) {
    return db.sql(
            """
            delete from api_token
             where id = any(array(select id from api_token where expires_at < :before order by expires_at limit :limit))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  private static ApiToken row(ResultSet row, int number) throws SQLException {
    var maker = row.getObject("made_by", UUID.class);
    return new ApiToken(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getString("name"),
        scopes(row.getString("scopes")),
        maker == null ? null : new PersonId(maker),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getBoolean("renewed"),
        instant(row.getTimestamp("used_at")),
        instant(row.getTimestamp("revoked_at")));
  }

  /** A scope that a later version made and this one does not know opens nothing. */
  private static Set<Scope> scopes(String words) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var word : words.split(" ")) {
      Scope.of(word).ifPresent(scopes::add);
    }
    return scopes;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
