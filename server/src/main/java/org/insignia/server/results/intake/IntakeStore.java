package org.insignia.server.results.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.Verdict;
import org.insignia.server.results.feed.Encoding;
import org.insignia.server.results.feed.Form;
import org.insignia.server.results.feed.Layout;
import org.insignia.server.results.feed.Sighting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files, their parts and bytes, and how far each part has been worked through. */
@Repository
class IntakeStore {
  private static final String CELLS = "\u001f";
  private final JdbcClient db;

  IntakeStore(JdbcClient db) {
    this.db = db;
  }

  /** A file that was handed in. */
  record Handed(
      UUID id,
      OrganisationId organisation,
      @Nullable ProviderId sender,
      String fileName,
      String by) {}

  /** A part that has rows left, locked until the transaction ends. */
  record Open(
      UUID id,
      String name,
      OrganisationId organisation,
      @Nullable ProviderId sender,
      Instant receivedAt,
      Layout layout,
      char separator,
      Encoding encoding,
      long size,
      long position,
      long line,
      long refused) {}

  /** What a chunk adds to a part's counts, and where the next one begins. */
  record Progress(UUID part, long position, long line, boolean finished, List<JudgedRow> rows) {
    private long count(Verdict verdict) {
      return rows.stream().filter(r -> r.verdict() == verdict).count();
    }
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  void insert(Handed handed, Instant now) {
    db.sql(
            """
            insert into intake (id, organisation_id, provider, file_name, size, sha256, received_by, received_at)
            values (:id, :organisation, :provider, :name, 0, repeat('0', 64), :by, :now)
            """)
        .param("id", handed.id())
        .param("organisation", handed.organisation().value())
        .param("provider", handed.sender() == null ? null : handed.sender().value())
        .param("name", handed.fileName())
        .param("by", handed.by())
        .param("now", time(now))
        .update();
  }

  void seal(UUID intake, long size, String sha256, @Nullable Finding problem) {
    db.sql("update intake set size = :size, sha256 = :sha256, problem = :problem where id = :id")
        .param("size", size)
        .param("sha256", sha256)
        .param("problem", problem == null ? null : Finding.pack(List.of(problem)))
        .param("id", intake)
        .update();
  }

  /** A part without rows, until {@link #open} says that it has some. */
  void insertPart(UUID id, UUID intake, int ordinal, String name, Instant now) {
    db.sql(
            """
            insert into intake_part (id, intake_id, ordinal, name, size, state, finished_at)
            values (:id, :intake, :ordinal, :name, 0, 'SKIPPED', :now)
            """)
        .param("id", id)
        .param("intake", intake)
        .param("ordinal", ordinal)
        .param("name", name)
        .param("now", time(now))
        .update();
  }

  void insertBlock(UUID part, int ordinal, byte[] bytes) {
    db.sql("insert into intake_bytes (part_id, ordinal, bytes) values (:part, :ordinal, :bytes)")
        .param("part", part)
        .param("ordinal", ordinal)
        .param("bytes", bytes)
        .update();
  }

  void open(UUID part, Sighting.Table table, Encoding encoding, long size, List<Finding> notices) {
    db.sql(
            """
            update intake_part
               set state = 'WAITING', finished_at = null, form = :form, encoding = :encoding,
                   separator = :separator, header = :header, position = :position, line = :line,
                   size = :size, notices = :notices
             where id = :id
            """)
        .param("form", table.layout().form().name())
        .param("encoding", encoding.name())
        .param("separator", String.valueOf(table.separator()))
        .param("header", String.join(CELLS, table.layout().header()))
        .param("position", table.position())
        .param("line", table.line())
        .param("size", size)
        .param("notices", Finding.pack(notices))
        .param("id", part)
        .update();
  }

  void close(UUID part, boolean refused, Finding why, long size) {
    db.sql("update intake_part set state = :state, finding = :finding, size = :size where id = :id")
        .param("state", refused ? "REFUSED" : "SKIPPED")
        .param("finding", Finding.pack(List.of(why)))
        .param("size", size)
        .param("id", part)
        .update();
  }

  /** Parts that were begun and never opened or closed: the archive ended in them. */
  long bytesOf(OrganisationId organisation) {
    return db.sql(
            """
            select coalesce(sum(p.size), 0)
              from intake i join intake_part p on p.intake_id = i.id
             where i.organisation_id = :organisation and p.state in ('WAITING', 'DONE')
            """)
        .param("organisation", organisation.value())
        .query(Long.class)
        .single();
  }

  /** Nothing of the file is kept, and nothing of it is read. */
  void refuse(UUID intake, Finding why) {
    db.sql(
            """
            delete from intake_bytes
             where part_id = any(array(select id from intake_part where intake_id = :intake))
            """)
        .param("intake", intake)
        .update();
    db.sql(
            """
            update intake_part set state = 'REFUSED', finding = :finding, finished_at = coalesce(finished_at, now())
             where intake_id = :intake
            """)
        .param("finding", Finding.pack(List.of(why)))
        .param("intake", intake)
        .update();
  }

  void closeUnfinished(UUID intake, Finding why) {
    db.sql(
            """
            delete from intake_bytes
             where part_id in (select id from intake_part
                                where intake_id = :intake and state = 'SKIPPED' and finding = '')
            """)
        .param("intake", intake)
        .update();
    db.sql(
            """
            update intake_part set state = 'REFUSED', finding = :finding
             where intake_id = :intake and state = 'SKIPPED' and finding = ''
            """)
        .param("finding", Finding.pack(List.of(why)))
        .param("intake", intake)
        .update();
  }

  /**
   * A chunk looks up a thousand rows among millions; where a table has grown since it was analysed
   * last, the planner would rather read all of it. Ends with the transaction.
   */
  void lookThingsUp() {
    db.sql("select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)")
        .query((row, number) -> number)
        .single();
  }

  /** The oldest part with rows left that no other node works on. */
  Optional<Open> takeNext() {
    return db.sql(
            """
            select p.id, p.name, i.organisation_id, i.provider, i.received_at, p.form, p.header,
                   p.separator, p.encoding, p.size, p.position, p.line, p.refused
              from intake_part p join intake i on i.id = p.intake_id
             where p.state = 'WAITING'
             order by p.id
             limit 1
               for update of p skip locked
            """)
        .query(IntakeStore::open)
        .optional();
  }

  private static Open open(ResultSet row, int number) throws SQLException {
    var provider = row.getString("provider");
    var header = Arrays.asList(row.getString("header").split(CELLS, -1));
    var reading = Layout.read(header, Form.valueOf(row.getString("form")), true);
    if (!(reading instanceof Layout.Reading.Understood understood)) {
      throw new IllegalStateException("a stored header is no longer understood: " + reading);
    }
    return new Open(
        row.getObject("id", UUID.class),
        row.getString("name"),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        provider == null ? null : new ProviderId(provider),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        understood.layout(),
        row.getString("separator").charAt(0),
        Encoding.valueOf(row.getString("encoding")),
        row.getLong("size"),
        row.getLong("position"),
        row.getLong("line"),
        row.getLong("refused"));
  }

  byte @Nullable [] block(UUID part, int ordinal) {
    return db.sql("select bytes from intake_bytes where part_id = :part and ordinal = :ordinal")
        .param("part", part)
        .param("ordinal", ordinal)
        .query((row, number) -> row.getBytes("bytes"))
        .optional()
        .orElse(null);
  }

  void advance(Progress progress, Instant now) {
    db.sql(
            """
            update intake_part
               set position = :position, line = :line,
                   state = case when :finished then 'DONE' else 'WAITING' end,
                   finished_at = case when :finished then :now::timestamptz end,
                   rows = rows + :rows, accepted = accepted + :accepted,
                   duplicates = duplicates + :duplicates, held = held + :held, refused = refused + :refused
             where id = :id
            """)
        .param("position", progress.position())
        .param("line", progress.line())
        .param("finished", progress.finished())
        .param("now", time(now))
        .param("rows", progress.rows().size())
        .param("accepted", progress.count(Verdict.ACCEPTED))
        .param("duplicates", progress.count(Verdict.DUPLICATE))
        .param("held", progress.count(Verdict.HELD))
        .param("refused", progress.count(Verdict.REFUSED))
        .param("id", progress.part())
        .update();
  }

  void insertRows(UUID part, List<JudgedRow> rows) {
    var columns = new Columns(7);
    for (var row : rows) {
      columns.add(
          row.line(),
          row.verdict(),
          row.column(),
          Finding.pack(row.findings()),
          row.hint().result(),
          row.hint().candidate(),
          row.hint().examCode());
    }
    if (columns.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into intake_row (part_id, line, verdict, cell, findings, result, candidate, exam_code)
            select :part, r.line::bigint, r.verdict, r.cell, r.findings, r.result, r.candidate, r.exam_code
              from %s as r (line, verdict, cell, findings, result, candidate, exam_code)
            """
                .formatted(Columns.unnest(7)))
        .params(columns.params())
        .param("part", part)
        .update();
  }
}
