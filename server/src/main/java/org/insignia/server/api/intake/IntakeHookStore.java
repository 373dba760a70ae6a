package org.insignia.server.api.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.ProviderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeHookStore {
  private static final String SELECT =
      "select id, organisation_id, provider, sealed_secret, made_at, used_at from intake_hook";

  private final JdbcClient db;

  IntakeHookStore(JdbcClient db) {
    this.db = db;
  }

  void insert(IntakeHook hook) {
    db.sql(
            """
            insert into intake_hook (id, organisation_id, provider, sealed_secret, made_at)
            values (:id, :organisation, :provider, :secret, :at)
            """)
        .param("id", hook.id())
        .param("organisation", hook.organisation().value())
        .param("provider", hook.provider().value())
        .param("secret", hook.sealedSecret())
        .param("at", Timestamp.from(hook.madeAt()))
        .update();
  }

  Optional<IntakeHook> find(UUID id) {
    return db.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(IntakeHookStore::row)
        .optional();
  }

  List<IntakeHook> of(OrganisationId organisation) {
    return db.sql(SELECT + " where organisation_id = :organisation order by made_at, id")
        .param("organisation", organisation.value())
        .query(IntakeHookStore::row)
        .list();
  }

  void delete(UUID id) {
    db.sql("delete from intake_hook where id = :id").param("id", id).update();
  }

  void used(UUID id, Instant now) {
    db.sql("update intake_hook set used_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** False where a message of this id came before. */
  boolean note(UUID hook, String message, String fingerprint, Instant now) {
    return db.sql(
                """
                insert into intake_hook_message (hook_id, message, fingerprint, taken_at)
                values (:hook, :message, :fingerprint, :now) on conflict do nothing
                """)
            .param("hook", hook)
            .param("message", message)
            .param("fingerprint", fingerprint)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void answered(UUID hook, String message, String answer) {
    db.sql(
            "update intake_hook_message set answer = :answer where hook_id = :hook and message = :message")
        .param("hook", hook)
        .param("message", message)
        .param("answer", answer)
        .update();
  }

  /** What a message was answered, if it said the same; empty where it said something else. */
  Optional<String> answer(UUID hook, String message, String fingerprint) {
    return db.sql(
            """
            select answer from intake_hook_message
             where hook_id = :hook and message = :message and fingerprint = :fingerprint
            """)
        .param("hook", hook)
        .param("message", message)
        .param("fingerprint", fingerprint)
        .query(String.class)
        .optional();
  }

  int removeOld(Instant before, int limit) {
    return db.sql(
            """
            delete from intake_hook_message where (hook_id, message) in (
              select hook_id, message from intake_hook_message where taken_at < :before
               order by taken_at limit :limit for update skip locked)
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  private static IntakeHook row(ResultSet row, int number) throws SQLException {
    var used = row.getTimestamp("used_at");
    return new IntakeHook(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new ProviderId(row.getString("provider")),
        row.getString("sealed_secret"),
        row.getTimestamp("made_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
