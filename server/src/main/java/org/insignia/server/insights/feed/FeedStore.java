package org.insignia.server.insights.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.insights.format.FeedKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the operator said about feeds. */
@Repository
class FeedStore {
  private static final String FEED =
      """
      select f.id, f.name, f.kind, f.address, f.interval_minutes, f.employer, f.country, f.attribution, f.active,
             f.from_file, f.sealed_key is not null as has_key, f.due_at, f.failures, f.reason, f.tried_at, f.good_at,
             case when f.outcome = 'NEW' and f.lease_until > now() then 'RUNNING' else f.outcome end as outcome,
             (select count(*) from job_posting p where p.feed_id = f.id and p.closed_at is null) as open
        from job_feed f
      """;

  private final JdbcClient db;

  FeedStore(JdbcClient db) {
    this.db = db;
  }

  List<Feed> all() {
    return db.sql(FEED + " order by lower(f.name), f.id").query(FeedStore::read).list();
  }

  Optional<Feed> find(UUID id) {
    return db.sql(FEED + " where f.id = :id").param("id", id).query(FeedStore::read).optional();
  }

  Optional<Feed> named(String name) {
    return db.sql(FEED + " where f.name = :name")
        .param("name", name)
        .query(FeedStore::read)
        .optional();
  }

  void insert(UUID id, FeedSettings settings, boolean fromFile, Instant now) {
    db.sql(
            """
            insert into job_feed (id, name, kind, address, interval_minutes, employer, country, attribution, active,
                                  from_file, created_at, due_at, outcome)
            values (:id, :name, :kind, :address, :minutes, :employer, :country, :attribution, :active, :fromFile, :now,
                    case when :active then cast(:now as timestamptz) end, 'NEW')
            """)
        .params(params(id, settings, fromFile, now))
        .update();
  }

  /**
   * Another address or kind is read from the start: what the server once said of it is forgotten.
   */
  void update(UUID id, FeedSettings settings, boolean fromFile, Instant now) {
    db.sql(
            """
            update job_feed
               set etag = null, last_modified = null,
                   failures = 0,
                   due_at = case when not :active then null
                                 when active and address = :address and kind = :kind then least(due_at, cast(:now as timestamptz) + make_interval(mins => :minutes))
                                 else cast(:now as timestamptz) end,
                   name = :name, kind = :kind, address = :address, interval_minutes = :minutes, employer = :employer,
                   country = :country, attribution = :attribution, active = :active, from_file = :fromFile
             where id = :id
            """)
        .params(params(id, settings, fromFile, now))
        .update();
  }

  private static Map<String, Object> params(
      UUID id, FeedSettings settings, boolean fromFile, Instant now) {
    Map<String, Object> params = new HashMap<>();
    params.put("id", id);
    params.put("name", settings.name());
    params.put("kind", settings.kind().name());
    params.put("address", settings.address());
    params.put("minutes", (int) settings.interval().toMinutes());
    params.put("employer", settings.employer());
    params.put("country", settings.country());
    params.put("attribution", settings.attribution());
    params.put("active", settings.active());
    params.put("fromFile", fromFile);
    params.put("now", Timestamp.from(now));
    return params;
  }

  void sealKey(UUID id, @Nullable String sealed) {
    db.sql("update job_feed set sealed_key = :sealed where id = :id")
        .param("sealed", sealed)
        .param("id", id)
        .update();
  }

  Optional<String> sealedKey(UUID id) {
    return db.sql("select sealed_key from job_feed where id = :id and sealed_key is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Makes it due now; one that is not fetched by itself stays as it is. */
  void due(UUID id, boolean acceptDrop, Instant now) {
    db.sql(
            """
            update job_feed
               set due_at = :now, accept_drop = accept_drop or :accept,
                   etag = case when :accept then null else etag end,
                   last_modified = case when :accept then null else last_modified end
             where id = :id and active
            """)
        .param("now", Timestamp.from(now))
        .param("accept", acceptDrop)
        .param("id", id)
        .update();
  }

  /** Locks a feed without a run under way. */
  boolean lockIdle(UUID id, Instant now) {
    return db.sql(
            """
            select 1 from job_feed
             where id = :id and (lease_until is null or lease_until < :now) for update
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void delete(UUID id) {
    db.sql("delete from job_feed where id = :id").param("id", id).update();
  }

  private static Feed read(ResultSet row, int number) throws SQLException {
    return new Feed(
        row.getObject("id", UUID.class),
        new FeedSettings(
            row.getString("name"),
            FeedKind.valueOf(row.getString("kind")),
            row.getString("address"),
            Duration.ofMinutes(row.getInt("interval_minutes")),
            row.getString("employer"),
            row.getString("country"),
            row.getString("attribution"),
            row.getBoolean("active")),
        row.getBoolean("from_file"),
        row.getBoolean("has_key"),
        instant(row.getTimestamp("due_at")),
        row.getInt("failures"),
        Outcome.valueOf(row.getString("outcome")),
        Reason.unpack(row.getString("reason")),
        instant(row.getTimestamp("tried_at")),
        instant(row.getTimestamp("good_at")),
        row.getLong("open"));
  }

  static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
