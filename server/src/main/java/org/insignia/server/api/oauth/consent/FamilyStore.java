package org.insignia.server.api.oauth.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes and the families of tokens that come of them, by their hashes. */
@Repository
final class FamilyStore {
  private final JdbcClient db;

  FamilyStore(JdbcClient db) {
    this.db = db;
  }

  void insert(UUID grant, UUID consent, AuthorizationRequest request, Instant now) {
    db.sql(
            """
            insert into oauth_grant (id, consent_id, scopes, details, made_at)
            values (:id, :consent, :scopes, :details, :now)
            """)
        .param("id", grant)
        .param("consent", consent)
        .param("scopes", request.scope())
        .param("details", request.details())
        .param("now", Timestamp.from(now))
        .update();
  }

  void insertCode(String hash, UUID grant, AuthorizationRequest request, Instant end) {
    db.sql(
            """
            insert into oauth_code (hash, grant_id, redirect_uri, challenge, expires_at)
            values (:hash, :grant, :redirect, :challenge, :end)
            """)
        .param("hash", hash)
        .param("grant", grant)
        .param("redirect", request.redirectUri())
        .param("challenge", request.challenge())
        .param("end", Timestamp.from(end))
        .update();
  }

  /**
   * A code, of which nobody else makes anything until the transaction ends.
   *
   * @param used whether it was shown before
   */
  record Code(Family family, String redirectUri, String challenge, Instant end, boolean used) {}

  Optional<Code> lockedCode(String hash) {
    return db.sql(
            """
            select g.id, g.scopes, g.details, s.client_id, k.redirect_uri, k.challenge, k.expires_at, k.used_at
              from oauth_code k join oauth_grant g on g.id = k.grant_id join oauth_consent s on s.id = g.consent_id
             where k.hash = :hash for update of k
            """)
        .param("hash", hash)
        .query((row, n) ->
            new Code(
                family(row),
                row.getString("redirect_uri"),
                row.getString("challenge"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("used_at") != null))
        .optional();
  }

  void useCode(String hash, Instant now) {
    db.sql("update oauth_code set used_at = :now where hash = :hash")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** As {@link Code}. */
  record Refresh(Family family, Instant end, boolean used) {}

  Optional<Refresh> lockedRefresh(String hash) {
    return db.sql(
            """
            select g.id, g.scopes, g.details, s.client_id, r.expires_at, r.used_at
              from oauth_refresh_token r
              join oauth_grant g on g.id = r.grant_id join oauth_consent s on s.id = g.consent_id
             where r.hash = :hash for update of r
            """)
        .param("hash", hash)
        .query((row, n) ->
            new Refresh(
                family(row),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("used_at") != null))
        .optional();
  }

  void useRefresh(String hash, Instant now) {
    db.sql("update oauth_refresh_token set used_at = :now where hash = :hash")
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .update();
  }

  void insertRefresh(String hash, UUID grant, Instant end) {
    db.sql(
            "insert into oauth_refresh_token (hash, grant_id, expires_at) values (:hash, :grant, :end)")
        .param("hash", hash)
        .param("grant", grant)
        .param("end", Timestamp.from(end))
        .update();
  }

  void insertAccess(String hash, Family family, String scopes, Instant now, Instant end) {
    db.sql(
            """
            insert into oauth_access_token (hash, client_id, grant_id, scopes, made_at, expires_at)
            values (:hash, :client, :grant, :scopes, :now, :end)
            """)
        .param("hash", hash)
        .param("client", family.client())
        .param("grant", family.grant())
        .param("scopes", scopes)
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(end))
        .update();
  }

  /** Who acts for whom by this access token. */
  Optional<ActingProgram> acting(String hash, Instant now) {
    return db.sql(
            """
            select t.client_id, t.scopes, g.details, s.person_id
              from oauth_access_token t
              join oauth_grant g on g.id = t.grant_id join oauth_consent s on s.id = g.consent_id
             where t.hash = :hash and t.expires_at > :now
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query((row, n) ->
            new ActingProgram(
                row.getObject("client_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                PersonScope.among(Set.of(row.getString("scopes").split(" "))),
                row.getString("details")))
        .optional();
  }

  /** Notes that a program did something for a person, at most once in a minute. */
  void used(ActingProgram program, Instant now) {
    db.sql(
            """
            update oauth_consent set used_at = :now
             where client_id = :client and person_id = :person and (used_at is null or used_at < :before)
            """)
        .param("client", program.client())
        .param("person", program.person().value())
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(now.minusSeconds(60)))
        .update();
  }

  /** Ends a family: its code, its refresh tokens and its access tokens. */
  void end(UUID grant) {
    db.sql("delete from oauth_grant where id = :id").param("id", grant).update();
  }

  /** Ends an access token of this client, of an organisation's too. */
  void endAccess(String hash, UUID client) {
    db.sql("delete from oauth_access_token where hash = :hash and client_id = :client")
        .param("hash", hash)
        .param("client", client)
        .update();
  }

  /** Families in which nothing is good any more, and refresh tokens used long ago. */
  int sweep(Instant now, Instant longAgo, int limit) {
    int families =
        db.sql(
                """
                delete from oauth_grant
                 where id = any(array(select g.id from oauth_grant g
                               where g.made_at < :longAgo
                                 and not exists (select 1 from oauth_refresh_token r
                                                  where r.grant_id = g.id and r.used_at is null and r.expires_at > :now)
                                 and not exists (select 1 from oauth_access_token t
                                                  where t.grant_id = g.id and t.expires_at > :now)
                               limit :limit))
                """)
            .param("now", Timestamp.from(now))
            .param("longAgo", Timestamp.from(longAgo))
            .param("limit", limit)
            .update();
    int used =
        db.sql(
                """
                delete from oauth_refresh_token
                 where hash = any(array(select hash from oauth_refresh_token where used_at < :longAgo limit :limit))
                """)
            .param("longAgo", Timestamp.from(longAgo))
            .param("limit", limit)
            .update();
    return Math.max(families, used);
  }

  private static Family family(ResultSet row) throws SQLException {
    return new Family(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        Set.of(row.getString("scopes").split(" ")),
        row.getString("details"));
  }
}
