package org.insignia.server.results.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.IntakeReport.State;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.RowReport;
import org.insignia.server.results.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables say about files and rows, for people who ask. */
@Repository
public class ReportStore {
  private final JdbcClient db;

  ReportStore(JdbcClient db) {
    this.db = db;
  }

  /** A place in a report: the last row that was shown. */
  public record Mark(int part, long line) {}

  /** One file. */
  public Optional<IntakeReport> find(IntakeId id) {
    return reports("i.id = :id", Map.of("id", id.value())).stream().findFirst();
  }

  /** An organisation's files, the newest first. */
  public List<IntakeReport> list(OrganisationId organisation, int limit, int offset) {
    var where =
        """
        i.id = any(array(select id from intake where organisation_id = :organisation
                  order by received_at desc, id desc limit :limit offset :offset))
        """;
    return reports(
        where, Map.of("organisation", organisation.value(), "limit", limit, "offset", offset));
  }

  public List<IntakeReport> list(
      OrganisationId organisation, Optional<IntakeId> before, int limit) {
    var where =
        """
        i.id = any(array(select id from intake where organisation_id = :organisation
                    and (cast(:before as uuid) is null or (received_at, id) < (
                         select received_at, id from intake where id = :before and organisation_id = :organisation))
                  order by received_at desc, id desc limit :limit))
        """;
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("organisation", organisation.value());
    params.put("before", before.map(IntakeId::value).orElse(null));
    params.put("limit", limit);
    return reports(where, params);
  }

  private List<IntakeReport> reports(String where, Map<String, ? extends @Nullable Object> params) {
    var sql =
        """
        select i.id, i.organisation_id, i.file_name, i.provider, i.size, i.received_by, i.received_at, i.problem, p.name, p.state,
               p.size as part_size, p.position, p.rows, p.accepted, p.duplicates, p.held, p.refused, p.finding,
               p.notices, p.finished_at
          from intake i left join intake_part p on p.intake_id = i.id
         where %s
         order by i.received_at desc, i.id desc, p.ordinal
        """
            .formatted(where);
    Map<UUID, Gathered> gathered = new LinkedHashMap<>();
    db.sql(sql)
        .params(params)
        .query(row -> {
          var id = row.getObject("id", UUID.class);
          if (!gathered.containsKey(id)) {
            gathered.put(id, new Gathered(row));
          }
          gathered.get(id).add(row);
        });
    return gathered.values().stream().map(Gathered::report).toList();
  }

  /** The rows of one file's parts as they arrive from the database. */
  private static final class Gathered {
    private final IntakeId id;
    private final OrganisationId organisation;
    private final String fileName;
    private final Optional<ProviderId> provider;
    private final long size;
    private final String by;
    private final Instant receivedAt;
    private final Optional<Finding> problem;
    private final List<IntakeReport.Part> parts = new ArrayList<>();
    private final long[] counts = new long[5];
    private long stored;
    private long read;
    private Instant finishedAt;

    Gathered(ResultSet row) throws SQLException {
      id = new IntakeId(row.getObject("id", UUID.class));
      organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
      fileName = row.getString("file_name");
      provider = Optional.ofNullable(row.getString("provider")).map(ProviderId::new);
      size = row.getLong("size");
      by = row.getString("received_by");
      receivedAt = instant(row, "received_at");
      problem = one(row.getString("problem"));
      finishedAt = receivedAt;
    }

    void add(ResultSet row) throws SQLException {
      var name = row.getString("name");
      if (name == null) {
        return;
      }
      var state = State.valueOf(row.getString("state"));
      var finding = one(row.getString("finding"));
      var notices = Finding.unpack(row.getString("notices"));
      parts.add(new IntakeReport.Part(name, state, row.getLong("rows"), finding, notices));
      var columns = List.of("rows", "accepted", "duplicates", "held", "refused");
      for (int i = 0; i < counts.length; i++) {
        counts[i] += row.getLong(columns.get(i));
      }
      if (state == State.WAITING || state == State.DONE) {
        stored += row.getLong("part_size");
        read += row.getLong("position");
      }
      var finished = row.getObject("finished_at", OffsetDateTime.class);
      if (finished != null && finished.toInstant().isAfter(finishedAt)) {
        finishedAt = finished.toInstant();
      }
    }

    private State state() {
      var states = parts.stream().map(IntakeReport.Part::state).toList();
      if (states.contains(State.WAITING)) {
        return State.WAITING;
      }
      if (states.contains(State.DONE)) {
        return State.DONE;
      }
      return problem.isPresent() || states.contains(State.REFUSED) || states.isEmpty()
          ? State.REFUSED
          : State.SKIPPED;
    }

    IntakeReport report() {
      var state = state();
      var why =
          problem.or(() ->
              state == State.REFUSED && parts.size() == 1
                  ? parts.getFirst().finding()
                  : Optional.empty());
      return new IntakeReport(
          id,
          organisation,
          fileName,
          provider,
          state,
          size,
          by,
          receivedAt,
          state == State.WAITING ? null : finishedAt,
          counts[0],
          counts[1],
          counts[2],
          counts[3],
          counts[4],
          state == State.WAITING && stored > 0 ? (int) (100 * read / stored) : 100,
          why,
          parts);
    }
  }

  private static Optional<Finding> one(String packed) {
    return packed == null || packed.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.unpack(packed).getFirst());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Rows after a place, in the order of the file. */
  public List<RowReport> rows(
      IntakeId id, Optional<Verdict> verdict, Optional<Mark> after, int limit) {
    return db.sql(
            """
            select p.name, p.ordinal, r.line, r.verdict, r.cell, r.findings, r.result, r.candidate, r.exam_code
              from intake_part p join intake_row r on r.part_id = p.id
             where p.intake_id = :id and (p.ordinal, r.line) > (:part, :line)
               and (:verdict = '' or r.verdict = :verdict)
             order by p.ordinal, r.line
             limit :limit
            """)
        .param("id", id.value())
        .param("part", after.map(Mark::part).orElse(-1))
        .param("line", after.map(Mark::line).orElse(0L))
        .param("verdict", verdict.map(Verdict::name).orElse(""))
        .param("limit", limit)
        .query((row, number) ->
            new RowReport(
                row.getString("name"),
                row.getInt("ordinal"),
                row.getLong("line"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("cell"),
                Finding.unpack(row.getString("findings")),
                row.getString("result"),
                row.getString("candidate"),
                row.getString("exam_code")))
        .list();
  }
}
