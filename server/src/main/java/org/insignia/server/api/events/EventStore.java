package org.insignia.server.api.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of what happened. Places are given just before the commit, under a lock that all writers
 * of an organisation share and that one who follows takes alone for a moment: when it has it, every
 * place given so far is committed or gone, and later ones are greater.
 */
@Repository
class EventStore {
  private final JdbcClient db;

  EventStore(JdbcClient db) {
    this.db = db;
  }

  record Line(long position, UUID id, EventType type, UUID subject, Instant at) {}

  /** In one statement; for the end of a transaction. */
  void insert(List<Happening> happenings) {
    var organisations =
        happenings.stream()
            .map(h -> h.organisation().value().toString())
            .distinct()
            .sorted()
            .toArray(String[]::new);
    db.sql(
            """
            select count(pg_advisory_xact_lock_shared(hashtextextended('events:' || o, 0)))
              from unnest(cast(:organisations as text[])) as t(o)
            """)
        .param("organisations", organisations)
        .query(Long.class)
        .single();
    db.sql(
            """
            insert into event (organisation_id, id, type, subject_id, at)
            select organisation, id, type, subject, at
              from unnest(cast(:organisations as uuid[]), cast(:ids as uuid[]), cast(:types as text[]),
                          cast(:subjects as uuid[]), cast(:times as timestamptz[]))
                as t(organisation, id, type, subject, at)
            """)
        .param("organisations", column(happenings, h -> h.organisation().value()))
        .param("ids", column(happenings, Happening::id))
        .param("types", column(happenings, h -> h.type().word()))
        .param("subjects", column(happenings, Happening::subject))
        .param("times", column(happenings, Happening::at))
        .update();
  }

  private static String[] column(List<Happening> of, Function<Happening, Object> value) {
    return of.stream().map(h -> value.apply(h).toString()).toArray(String[]::new);
  }

  /** Until the transaction ends nobody is given a place; those given are committed or gone. */
  void waitForOpenWriters(OrganisationId organisation) {
    db.sql(
            "select count(pg_advisory_xact_lock(hashtextextended('events:' || cast(:organisation as text), 0)))")
        .param("organisation", organisation.value().toString())
        .query(Long.class)
        .single();
  }

  private static final String SELECT =
      """
      select position, id, type, subject_id, at
        from event
       where organisation_id = :organisation
         and (:every or type = any(cast(:types as text[])))
         and (cast(:subject as uuid) is null or subject_id = cast(:subject as uuid))
         and at >= :from and at < :until
      """;

  List<Line> latest(OrganisationId organisation, EventFilter filter, long before, int limit) {
    return find(
        SELECT + " and position < :place order by position desc limit :limit",
        organisation,
        filter,
        before,
        limit);
  }

  List<Line> following(OrganisationId organisation, EventFilter filter, long after, int limit) {
    return find(
        SELECT + " and position > :place order by position limit :limit",
        organisation,
        filter,
        after,
        limit);
  }

  private List<Line> find(
      String sql, OrganisationId organisation, EventFilter filter, long place, int limit) {
    var subject = filter.subject();
    return db.sql(sql)
        .param("organisation", organisation.value())
        .param("every", filter.types().isEmpty())
        .param("types", filter.types().stream().map(EventType::word).toArray(String[]::new))
        .param("subject", subject == null ? null : subject.toString())
        .param("from", time(filter.from(), Instant.EPOCH))
        .param("until", time(filter.until(), Instant.parse("9999-01-01T00:00:00Z")))
        .param("place", place)
        .param("limit", limit)
        .query(EventStore::line)
        .list();
  }

  private static Timestamp time(@Nullable Instant time, Instant otherwise) {
    return Timestamp.from(time == null ? otherwise : time);
  }

  Optional<Line> find(OrganisationId organisation, UUID id) {
    return db.sql(
            """
            select position, id, type, subject_id, at
              from event
             where id = :id and organisation_id = :organisation
            """)
        .param("id", id)
        .param("organisation", organisation.value())
        .query(EventStore::line)
        .optional();
  }

  int removeOld(Instant before, int limit) {
    return db.sql(
            """
            delete from event
             where id = any(array(select id from event where at < :before order by at limit :limit))
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getLong("position"),
        row.getObject("id", UUID.class),
        EventType.of(row.getString("type")).orElseThrow(),
        row.getObject("subject_id", UUID.class),
        row.getTimestamp("at").toInstant());
  }
}
