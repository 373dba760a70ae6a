package org.insignia.server.insights.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is, and what came of it. */
@Repository
class RunStore {
  /** So long a run may be silent before another node takes the feed over. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final int RUNS_KEPT = 30;
  private final JdbcClient db;

  RunStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * A run that has begun.
   *
   * @param etag of what was read last; null where there is none
   */
  record Turn(
      UUID run,
      UUID feed,
      @Nullable String etag,
      @Nullable String lastModified,
      int failures,
      boolean acceptDrop) {}

  Optional<UUID> due(Instant now) {
    return db.sql(
            """
            select id from job_feed
             where active and due_at <= :now and (lease_until is null or lease_until < :now)
             order by due_at limit 1 for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .optional();
  }

  /** Begins a run; a run that fell silent is closed. Empty where another is under way. */
  Optional<Turn> begin(UUID feed, Instant now) {
    var run = Ids.next();
    db.sql(
            """
            update job_feed_run r set outcome = 'FAILED', reason = 'INTERRUPTED', finished_at = :now
              from job_feed f
             where f.id = :feed and r.id = f.run_id and f.lease_until < :now and r.finished_at is null
            """)
        .param("feed", feed)
        .param("now", Timestamp.from(now))
        .update();
    var turn =
        db.sql(
                """
                update job_feed set run_id = :run, lease_until = :until, tried_at = :now
                 where id = :feed and (lease_until is null or lease_until < :now)
                returning etag, last_modified, failures, accept_drop
                """)
            .param("run", run)
            .param("until", Timestamp.from(now.plus(LEASE)))
            .param("now", Timestamp.from(now))
            .param("feed", feed)
            .query((row, number) ->
                new Turn(
                    run,
                    feed,
                    row.getString("etag"),
                    row.getString("last_modified"),
                    row.getInt("failures"),
                    row.getBoolean("accept_drop")))
            .optional();
    if (turn.isPresent()) {
      db.sql(
              """
              insert into job_feed_run (id, feed_id, started_at, outcome) values (:run, :feed, :now, 'RUNNING')
              """)
          .param("run", run)
          .param("feed", feed)
          .param("now", Timestamp.from(now))
          .update();
    }
    return turn;
  }

  /** Goes on with a run; false where it is no longer ours. Locks the feed until the commit. */
  boolean hold(Turn turn, Instant now) {
    return db.sql("update job_feed set lease_until = :until where id = :feed and run_id = :run")
            .param("until", Timestamp.from(now.plus(LEASE)))
            .param("feed", turn.feed())
            .param("run", turn.run())
            .update()
        == 1;
  }

  /** Ends a run and keeps what it said. */
  void finish(Turn turn, FeedRun run, List<Refusal> refusals) {
    db.sql(
            """
            update job_feed_run
               set finished_at = :finished, outcome = :outcome, reason = :reason, bytes = :bytes, items = :items,
                   refused = :refused, added = :added, changed = :changed, unchanged = :unchanged, closed = :closed
             where id = :run
            """)
        .param("finished", Timestamp.from(java.util.Objects.requireNonNull(run.finishedAt())))
        .param("outcome", run.outcome().name())
        .param("reason", run.reason().pack())
        .param("bytes", run.bytes())
        .param("items", run.items())
        .param("refused", run.refused())
        .param("added", run.added())
        .param("changed", run.changed())
        .param("unchanged", run.unchanged())
        .param("closed", run.closed())
        .param("run", turn.run())
        .update();
    int ordinal = 0;
    for (var refusal : refusals) {
      insert(turn.run(), ordinal++, refusal);
    }
    db.sql(
            """
            delete from job_feed_run
             where feed_id = :feed
               and id in (select id from job_feed_run where feed_id = :feed
                           order by started_at desc, id desc offset :kept)
            """)
        .param("feed", turn.feed())
        .param("kept", RUNS_KEPT)
        .update();
  }

  private void insert(UUID run, int ordinal, Refusal refusal) {
    db.sql(
            """
            insert into job_refusal (run_id, ordinal, item, name, fault, value)
            values (:run, :ordinal, :item, :name, :fault, :value)
            """)
        .param("run", run)
        .param("ordinal", ordinal)
        .param("item", refusal.item())
        .param("name", refusal.name())
        .param("fault", refusal.fault().name())
        .param("value", refusal.value())
        .update();
  }

  /** The schedule after a run. */
  record After(
      int failures,
      Instant due,
      boolean confirmed,
      boolean spent,
      @Nullable String etag,
      @Nullable String lastModified) {}

  void release(Turn turn, FeedRun run, After after) {
    db.sql(
            """
            update job_feed
               set run_id = null, lease_until = null, outcome = :outcome, reason = :reason, failures = :failures,
                   due_at = case when active then cast(:due as timestamptz) end,
                   good_at = case when :confirmed then cast(:finished as timestamptz) else good_at end,
                   accept_drop = accept_drop and not :spent, etag = :etag, last_modified = :modified
             where id = :feed and run_id = :run
            """)
        .param("outcome", run.outcome().name())
        .param("reason", run.reason().pack())
        .param("failures", after.failures())
        .param("due", Timestamp.from(after.due()))
        .param("confirmed", after.confirmed())
        .param("finished", Timestamp.from(java.util.Objects.requireNonNull(run.finishedAt())))
        .param("spent", after.spent())
        .param("etag", after.etag())
        .param("modified", after.lastModified())
        .param("feed", turn.feed())
        .param("run", turn.run())
        .update();
  }

  List<FeedRun> of(UUID feed, int limit) {
    return db.sql(
            """
            select id, feed_id, started_at, finished_at, outcome, reason, bytes, items, refused, added, changed,
                   unchanged, closed
              from job_feed_run where feed_id = :feed order by started_at desc, id desc limit :limit
            """)
        .param("feed", feed)
        .param("limit", limit)
        .query(RunStore::run)
        .list();
  }

  List<Refusal> refusals(UUID run) {
    return db.sql(
            "select item, name, fault, value from job_refusal where run_id = :run order by ordinal")
        .param("run", run)
        .query((row, number) ->
            new Refusal(
                row.getInt("item"),
                row.getString("name"),
                Fault.valueOf(row.getString("fault")),
                row.getString("value")))
        .list();
  }

  private static FeedRun run(ResultSet row, int number) throws SQLException {
    return new FeedRun(
        row.getObject("id", UUID.class),
        row.getObject("feed_id", UUID.class),
        row.getTimestamp("started_at").toInstant(),
        FeedStore.instant(row.getTimestamp("finished_at")),
        Outcome.valueOf(row.getString("outcome")),
        Reason.unpack(row.getString("reason")),
        row.getLong("bytes"),
        row.getInt("items"),
        row.getInt("refused"),
        row.getInt("added"),
        row.getInt("changed"),
        row.getInt("unchanged"),
        row.getInt("closed"));
  }
}
