package org.insignia.server.issuing.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.bulk.Run.State;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.Encoding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists, their bytes, and how far each was read. */
@Repository
class BulkStore {
  private static final String CELLS = "\u001f";
  private static final String SELECT =
      """
      select id, organisation_id, file_name, size, sha256, started_by, received_at, state, problem,
             encoding, separator, header, columns, body_position, body_line, achievement_id, language,
             quiet, not_before, position, line, rows, accepted, duplicates, refused, worked_millis,
             finished_at
        from issue_run
      """;
  private final JdbcClient db;

  BulkStore(JdbcClient db) {
    this.db = db;
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * Begins a list whose bytes follow; false where this request brought one before.
   *
   * @param request null where nothing tells it from others
   */
  boolean insert(
      UUID id,
      OrganisationId organisation,
      String name,
      String by,
      @Nullable UUID request,
      Instant now) {
    return db.sql(
                """
                insert into issue_run (id, organisation_id, file_name, size, sha256, started_by, received_at,
                                       state, worked_at, finished_at, request)
                values (:id, :organisation, :name, 0, repeat('0', 64), :by, :now, 'REFUSED', :now, :now, :request)
                on conflict (organisation_id, request) do nothing
                """)
            .param("id", id)
            .param("organisation", organisation.value())
            .param("name", name)
            .param("by", by)
            .param("request", request)
            .param("now", time(now))
            .update()
        == 1;
  }

  Optional<UUID> requested(OrganisationId organisation, UUID request) {
    return db.sql(
            "select id from issue_run where organisation_id = :organisation and request = :request")
        .param("organisation", organisation.value())
        .param("request", request)
        .query(UUID.class)
        .optional();
  }

  void insertBlock(UUID run, int ordinal, byte[] bytes) {
    db.sql("insert into issue_run_bytes (run_id, ordinal, bytes) values (:run, :ordinal, :bytes)")
        .param("run", run)
        .param("ordinal", ordinal)
        .param("bytes", bytes)
        .update();
  }

  byte @Nullable [] block(UUID run, int ordinal) {
    return db.sql("select bytes from issue_run_bytes where run_id = :run and ordinal = :ordinal")
        .param("run", run)
        .param("ordinal", ordinal)
        .query((row, number) -> row.getBytes("bytes"))
        .optional()
        .orElse(null);
  }

  long bytesOf(OrganisationId organisation) {
    return db.sql(
            """
            select coalesce(sum(size), 0) from issue_run r
             where organisation_id = :organisation
               and exists (select 1 from issue_run_bytes b where b.run_id = r.id)
            """)
        .param("organisation", organisation.value())
        .query(Long.class)
        .single();
  }

  void refuse(UUID run, long size, String sha256, Finding why) {
    db.sql(
            """
            update issue_run set size = :size, sha256 = :sha256, problem = :problem where id = :id
            """)
        .param("size", size)
        .param("sha256", sha256)
        .param("problem", Finding.pack(List.of(why)))
        .param("id", run)
        .update();
    db.sql("delete from issue_run_bytes where run_id = :id").param("id", run).update();
  }

  /** Lays a list open, or anew with other columns, so that it can be read from its first row on. */
  void open(UUID run, long size, String sha256, Run.Shape shape, List<Finding> notices) {
    db.sql(
            """
            update issue_run
               set state = 'OPEN', finished_at = null, size = :size, sha256 = :sha256, problem = :notices,
                   encoding = :encoding, separator = :separator, header = :header, columns = :columns,
                   body_position = :position, body_line = :line, position = :position, line = :line,
                   rows = 0, accepted = 0, duplicates = 0, refused = 0, worked_millis = 0
             where id = :id
            """)
        .param("size", size)
        .param("sha256", sha256)
        .param("notices", Finding.pack(notices))
        .param("encoding", shape.encoding().name())
        .param("separator", String.valueOf(shape.separator()))
        .param("header", String.join(CELLS, shape.header()))
        .param("columns", shape.plan().toString())
        .param("position", shape.position())
        .param("line", shape.line())
        .param("id", run)
        .update();
  }

  void choose(UUID run, Run.Choices choices) {
    db.sql(
            """
            update issue_run set achievement_id = :achievement, language = :language, quiet = :quiet
             where id = :id
            """)
        .param("achievement", choices.achievement() == null ? null : choices.achievement().value())
        .param("language", choices.language().tag())
        .param("quiet", choices.quiet())
        .param("id", run)
        .update();
  }

  /** Begins a reading from the first row on; what an earlier one found is forgotten. */
  void begin(UUID run, State state, @Nullable Instant notBefore) {
    db.sql("delete from issue_run_row where run_id = :id").param("id", run).update();
    db.sql("delete from issue_run_seen where run_id = :id").param("id", run).update();
    db.sql(
            """
            update issue_run
               set state = :state, not_before = :notBefore, position = body_position, line = body_line,
                   rows = 0, accepted = 0, duplicates = 0, refused = 0, worked_millis = 0
             where id = :id
            """)
        .param("state", state.name())
        .param("notBefore", notBefore == null ? null : time(notBefore))
        .param("id", run)
        .update();
  }

  void finish(UUID run, State state, Instant now) {
    db.sql("update issue_run set state = :state, finished_at = :now where id = :id")
        .param("state", state.name())
        .param("now", time(now))
        .param("id", run)
        .update();
  }

  /** Says what concerns the whole list. */
  void say(UUID run, Finding problem) {
    db.sql("update issue_run set problem = :problem where id = :id")
        .param("problem", Finding.pack(List.of(problem)))
        .param("id", run)
        .update();
  }

  /** The list that was left alone for longest and that no other node works on. */
  Optional<Run> takeNext(Instant now) {
    // What a chunk needs is looked up, not searched for, however the tables have grown.
    db.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
    return db.sql(
            SELECT
                + """
                 where state in ('CHECKING', 'RUNNING') and (not_before is null or not_before <= :now)
                 order by worked_at, id
                 limit 1
                   for update skip locked
                """)
        .param("now", time(now))
        .query(BulkStore::run)
        .optional();
  }

  Optional<Run> find(UUID id) {
    return db.sql(SELECT + " where id = :id").param("id", id).query(BulkStore::run).optional();
  }

  Optional<Run> locked(UUID id) {
    return db.sql(SELECT + " where id = :id for update")
        .param("id", id)
        .query(BulkStore::run)
        .optional();
  }

  List<Run> list(OrganisationId organisation, int limit, int offset) {
    return db.sql(
            SELECT
                + """
                 where organisation_id = :organisation
                 order by received_at desc, id desc limit :limit offset :offset
                """)
        .param("organisation", organisation.value())
        .param("limit", limit)
        .param("offset", offset)
        .query(BulkStore::run)
        .list();
  }

  List<Run> before(OrganisationId organisation, UUID last, int limit) {
    return db.sql(
            SELECT
                + """
                 where organisation_id = :organisation
                   and (received_at, id) < (select l.received_at, l.id from issue_run l
                                             where l.id = :last and l.organisation_id = :organisation)
                 order by received_at desc, id desc limit :limit
                """)
        .param("organisation", organisation.value())
        .param("last", last)
        .param("limit", limit)
        .query(BulkStore::run)
        .list();
  }

  /** What a chunk adds, and where the next one begins. */
  record Progress(
      UUID run, long position, long line, Run.Counts more, Duration worked, boolean finished) {}

  void advance(Progress progress, State after, Instant now) {
    db.sql(
            """
            update issue_run
               set position = :position, line = :line, rows = rows + :rows,
                   accepted = accepted + :accepted, duplicates = duplicates + :duplicates,
                   refused = refused + :refused, worked_millis = worked_millis + :worked,
                   worked_at = :now, state = :state,
                   finished_at = case when :over then :now::timestamptz end
             where id = :id
            """)
        .param("position", progress.position())
        .param("line", progress.line())
        .param("rows", progress.more().rows())
        .param("accepted", progress.more().accepted())
        .param("duplicates", progress.more().duplicates())
        .param("refused", progress.more().refused())
        .param("worked", progress.worked().toMillis())
        .param("now", time(now))
        .param("state", after.name())
        .param("over", after.isOver())
        .param("id", progress.run())
        .update();
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    UUID achievement = row.getObject("achievement_id", UUID.class);
    var header = row.getString("header");
    return new Run(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getString("file_name"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getString("started_by"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        State.valueOf(row.getString("state")),
        Finding.unpack(row.getString("problem")),
        new Run.Shape(
            Encoding.valueOf(row.getString("encoding")),
            row.getString("separator").charAt(0),
            header.isEmpty() ? List.of() : Arrays.asList(header.split(CELLS, -1)),
            ColumnPlan.parse(row.getString("columns")),
            row.getLong("body_position"),
            row.getLong("body_line")),
        new Run.Choices(
            achievement == null ? null : new AchievementId(achievement),
            Language.of(row.getString("language")),
            row.getBoolean("quiet")),
        new Run.Counts(
            row.getLong("rows"),
            row.getLong("accepted"),
            row.getLong("duplicates"),
            row.getLong("refused")),
        row.getLong("position"),
        row.getLong("line"),
        Duration.ofMillis(row.getLong("worked_millis")),
        instant(row, "not_before"),
        instant(row, "finished_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Bytes and addresses of lists that ended before then; how many lists that were. */
  int sweep(Instant before, int limit) {
    List<UUID> old =
        db.sql(
                """
                select id from issue_run r
                 where finished_at < :before
                   and exists (select 1 from issue_run_bytes b where b.run_id = r.id)
                 order by finished_at limit :limit
                """)
            .param("before", time(before))
            .param("limit", limit)
            .query(UUID.class)
            .list();
    for (UUID id : old) {
      db.sql("delete from issue_run_bytes where run_id = :id").param("id", id).update();
      db.sql("delete from issue_run_row where run_id = :id").param("id", id).update();
    }
    return old.size();
  }

  /** Lists that were brought and never started; they end as if cancelled. */
  int abandon(Instant before, Instant now) {
    return db.sql(
            """
            update issue_run
               set state = 'CANCELLED', finished_at = :now, rows = 0, accepted = 0, duplicates = 0, refused = 0
             where state in ('OPEN', 'CHECKED') and received_at < :before
            """)
        .param("before", time(before))
        .param("now", time(now))
        .update();
  }
}
