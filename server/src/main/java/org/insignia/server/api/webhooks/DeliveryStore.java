package org.insignia.server.api.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.api.events.EventType;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what happened and of who is to be told. */
@Repository
final class DeliveryStore {
  private static final String SELECT =
      """
      select id, webhook_id, event_id, type, body, state, made_at, until_at, due_at, attempts, tried_at, status, answer, millis
        from webhook_delivery
      """;
  private final JdbcClient db;

  DeliveryStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * Something that happened, to be told.
   *
   * @param organisation null in what was noted before it was noted, too
   */
  record Note(
      UUID id, EventType type, @Nullable OrganisationId organisation, UUID subject, Instant at) {}

  /** In one statement; where nobody listens nothing is noted. */
  void note(List<Note> notes) {
    db.sql(
            """
            insert into webhook_note (id, type, organisation_id, subject_id, at)
            select id, type, organisation, subject, at
              from unnest(cast(:ids as uuid[]), cast(:types as text[]), cast(:organisations as uuid[]),
                          cast(:subjects as uuid[]), cast(:times as timestamptz[]))
                as t(id, type, organisation, subject, at)
             where exists (select 1 from webhook where state = 'ACTIVE')
            """)
        .param("ids", column(notes, n -> n.id().toString()))
        .param("types", column(notes, n -> n.type().word()))
        .param(
            "organisations",
            notes.stream()
                .map(Note::organisation)
                .map(o -> o == null ? null : o.value().toString())
                .toArray(String[]::new))
        .param("subjects", column(notes, n -> n.subject().toString()))
        .param("times", column(notes, n -> n.at().toString()))
        .update();
  }

  List<Note> takeNotes(int limit) {
    return db.sql(
            """
            delete from webhook_note
             where id = any(array(select id from webhook_note order by id limit :limit for update skip locked))
            returning id, type, organisation_id, subject_id, at
            """)
        .param("limit", limit)
        .query((row, number) -> note(row))
        .list();
  }

  private static Note note(ResultSet row) throws SQLException {
    var organisation = row.getObject("organisation_id", UUID.class);
    return new Note(
        row.getObject("id", UUID.class),
        EventType.of(row.getString("type")).orElseThrow(),
        organisation == null ? null : new OrganisationId(organisation),
        row.getObject("subject_id", UUID.class),
        row.getTimestamp("at").toInstant());
  }

  void insert(List<Delivery> deliveries) {
    db.sql(
            """
            insert into webhook_delivery (id, webhook_id, event_id, type, body, made_at, until_at, due_at)
            select id, webhook, event, type, body, made, ends, made
              from unnest(cast(:ids as uuid[]), cast(:webhooks as uuid[]), cast(:events as uuid[]), cast(:types as text[]),
                          cast(:bodies as text[]), cast(:made as timestamptz[]), cast(:ends as timestamptz[]))
                as t(id, webhook, event, type, body, made, ends)
            on conflict (webhook_id, event_id) do nothing
            """)
        .param("ids", column(deliveries, d -> d.id().toString()))
        .param("webhooks", column(deliveries, d -> d.webhook().toString()))
        .param("events", column(deliveries, d -> d.event().toString()))
        .param("types", column(deliveries, Delivery::type))
        .param("bodies", column(deliveries, Delivery::body))
        .param("made", column(deliveries, d -> d.madeAt().toString()))
        .param("ends", column(deliveries, d -> d.untilAt().toString()))
        .update();
  }

  private static <T> String[] column(List<T> of, Function<T, String> value) {
    return of.stream().map(value).toArray(String[]::new);
  }

  Optional<Delivery> due(UUID webhook, Instant now) {
    return db.sql(
            SELECT
                + """
                 where webhook_id = :webhook and state = 'WAITING' and due_at <= :now
                 order by due_at, id limit 1
                """)
        .param("webhook", webhook)
        .param("now", Timestamp.from(now))
        .query(DeliveryStore::row)
        .optional();
  }

  void tried(UUID id, Attempt attempt, Delivery.State state, Instant next) {
    db.sql(
            """
            update webhook_delivery
               set attempts = attempts + 1, state = :state, due_at = :next, tried_at = :at, status = :status,
                   answer = :answer, millis = :millis
             where id = :id and state = 'WAITING'
            """)
        .param("id", id)
        .param("state", state.name())
        .param("next", Timestamp.from(next))
        .param("at", Timestamp.from(attempt.at()))
        .param("status", attempt.status())
        .param("answer", attempt.answer())
        .param("millis", attempt.millis())
        .update();
  }

  /** False if it waits already, or is none of this subscription. */
  boolean again(UUID webhook, UUID id, Instant now, Instant until) {
    return db.sql(
                """
                update webhook_delivery set state = 'WAITING', due_at = :now, until_at = :until
                 where id = :id and webhook_id = :webhook and state <> 'WAITING'
                """)
            .param("id", id)
            .param("webhook", webhook)
            .param("now", Timestamp.from(now))
            .param("until", Timestamp.from(until))
            .update()
        == 1;
  }

  /** Sends again what was given up; so many. */
  int againDead(UUID webhook, Instant now, Instant until) {
    return db.sql(
            """
            update webhook_delivery set state = 'WAITING', due_at = :now, until_at = :until
             where webhook_id = :webhook and state = 'DEAD'
            """)
        .param("webhook", webhook)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .update();
  }

  /** Gives up what waits for a subscription that was switched off. */
  void bury(UUID webhook) {
    db.sql(
            "update webhook_delivery set state = 'DEAD' where webhook_id = :webhook and state = 'WAITING'")
        .param("webhook", webhook)
        .update();
  }

  /**
   * Gives up what waited too long although nothing was tried, as while a subscription was paused.
   */
  int buryOld(Instant now, int limit) {
    return db.sql(
            """
            update webhook_delivery set state = 'DEAD'
             where id = any(array(select id from webhook_delivery where state = 'WAITING' and until_at < :now limit :limit))
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .update();
  }

  List<Delivery> log(UUID webhook, String state, int limit) {
    return db.sql(
            SELECT
                + """
                 where webhook_id = :webhook and (:state = '' or state = :state)
                 order by made_at desc, id limit :limit
                """)
        .param("webhook", webhook)
        .param("state", state)
        .param("limit", limit)
        .query(DeliveryStore::row)
        .list();
  }

  /** Of an organisation, counted no further than the limit. */
  int countDead(OrganisationId organisation, int limit) {
    return db.sql(
            """
            select count(*) from (
              select 1 from webhook_delivery d join webhook w on w.id = d.webhook_id
               where w.organisation_id = :organisation and d.state = 'DEAD' limit :limit) dead
            """)
        .param("organisation", organisation.value())
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  int removeOld(Instant before, int limit) {
    return db.sql(
            """
            delete from webhook_delivery
             where id = any(array(select id from webhook_delivery
                           where made_at < :before and state <> 'WAITING' order by made_at limit :limit))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  private static Delivery row(ResultSet row, int number) throws SQLException {
    var tried = row.getTimestamp("tried_at");
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("webhook_id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getString("body"),
        Delivery.State.valueOf(row.getString("state")),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("until_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        row.getInt("attempts"),
        tried == null ? null : tried.toInstant(),
        row.getObject("status", Integer.class),
        row.getString("answer"),
        row.getObject("millis", Integer.class));
  }
}
