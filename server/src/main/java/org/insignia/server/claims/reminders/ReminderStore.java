package org.insignia.server.claims.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reminders: rules, what is due, what went out. */
@Repository
final class ReminderStore {
  private final JdbcClient db;

  /** A badge of which somebody is to be reminded. */
  record Due(CredentialId credential, OrganisationId organisation, Instant offeredAt, int sent) {
    static Due from(ResultSet row, int number) throws SQLException {
      return new Due(
          new CredentialId(row.getObject("credential_id", UUID.class)),
          new OrganisationId(row.getObject("organisation_id", UUID.class)),
          row.getTimestamp("offered_at").toInstant(),
          row.getInt("sent"));
    }
  }

  ReminderStore(JdbcClient db) {
    this.db = db;
  }

  Optional<List<Integer>> rule(OrganisationId organisation) {
    return db.sql("select days from reminder_rule where organisation_id = :id")
        .param("id", organisation.value())
        .query((row, number) -> Arrays.asList((Integer[]) row.getArray("days").getArray()))
        .optional();
  }

  void putRule(OrganisationId organisation, List<Integer> days) {
    db.sql(
            """
            insert into reminder_rule (organisation_id, days) values (:id, :days)
            on conflict (organisation_id) do update set days = excluded.days
            """)
        .param("id", organisation.value())
        .param("days", days.toArray(Integer[]::new))
        .update();
  }

  /** The next reminder of each badge that waits is due by the new rule, none in the past. */
  void reschedule(OrganisationId organisation, List<Integer> days, Instant now) {
    db.sql(
            """
            update reminder_due
               set due_at = greatest(cast(:now as timestamptz),
                     offered_at + make_interval(days => (cast(:days as int[]))[sent + 1]))
             where organisation_id = :id and sent < cardinality(cast(:days as int[]))
            """)
        .param("id", organisation.value())
        .param("days", days.toArray(Integer[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  void expect(
      OrganisationId organisation, List<CredentialId> offered, Instant offeredAt, Instant due) {
    db.sql(
            """
            insert into reminder_due (credential_id, organisation_id, offered_at, due_at)
            select id, :organisation, :offered, :due from unnest(cast(:ids as uuid[])) as t(id)
            on conflict (credential_id) do nothing
            """)
        .param("organisation", organisation.value())
        .param("ids", offered.stream().map(CredentialId::value).toArray(UUID[]::new))
        .param("offered", Timestamp.from(offeredAt))
        .param("due", Timestamp.from(due))
        .update();
  }

  List<Due> takeDue(Instant now, int limit) {
    return db.sql(
            """
            select credential_id, organisation_id, offered_at, sent
              from reminder_due
             where due_at <= :now
             order by due_at, credential_id
             limit :limit
               for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(Due::from)
        .list();
  }

  void next(CredentialId credential, int sent, Instant due) {
    db.sql("update reminder_due set sent = :sent, due_at = :due where credential_id = :id")
        .param("id", credential.value())
        .param("sent", sent)
        .param("due", Timestamp.from(due))
        .update();
  }

  void done(CredentialId credential) {
    db.sql("delete from reminder_due where credential_id = :id")
        .param("id", credential.value())
        .update();
  }

  /** Notes a reminder before it is queued; false if that number went out before. */
  boolean insert(UUID id, CredentialId credential, int number, Instant now) {
    return db.sql(
                """
                insert into reminder (id, credential_id, number, at)
                values (:id, :credential, :number, :now)
                on conflict (credential_id, number) do nothing
                """)
            .param("id", id)
            .param("credential", credential.value())
            .param("number", number)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<CredentialId> reminded(UUID reminder) {
    return db.sql("select credential_id from reminder where id = :id")
        .param("id", reminder)
        .query(UUID.class)
        .optional()
        .map(CredentialId::new);
  }

  List<UUID> of(CredentialId credential) {
    return db.sql("select id from reminder where credential_id = :id order by number")
        .param("id", credential.value())
        .query(UUID.class)
        .list();
  }

  void insertStopLink(String tokenHash, String key, Instant now) {
    db.sql("insert into reminder_stop_link (token_hash, key, made_at) values (:hash, :key, :now)")
        .param("hash", tokenHash)
        .param("key", key)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<String> stopKey(String tokenHash) {
    return db.sql("select key from reminder_stop_link where token_hash = :hash")
        .param("hash", tokenHash)
        .query(String.class)
        .optional();
  }

  void dropStopLinks(String key) {
    db.sql("delete from reminder_stop_link where key = :key").param("key", key).update();
  }

  int sweepStopLinks(Instant before, int limit) {
    return db.sql(
            """
            delete from reminder_stop_link where token_hash = any(array(
              select token_hash from reminder_stop_link where made_at < :before
               order by made_at limit :limit for update skip locked))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  List<String> stopped(Collection<String> keys) {
    return db.sql("select key from reminder_stop where key = any(cast(:keys as text[]))")
        .param("keys", keys.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  void stop(String key, Instant now) {
    db.sql("insert into reminder_stop (key, at) values (:key, :now) on conflict (key) do nothing")
        .param("key", key)
        .param("now", Timestamp.from(now))
        .update();
  }

  void resume(String key) {
    db.sql("delete from reminder_stop where key = :key").param("key", key).update();
  }
}
