package org.insignia.server.issuing.bulk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of lists that gave nothing, and what a reading without effect has met. */
@Repository
class BulkRowStore {
  private final JdbcClient db;

  BulkRowStore(JdbcClient db) {
    this.db = db;
  }

  void insert(UUID run, List<RunRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    db.sql(
            """
            insert into issue_run_row (run_id, line, verdict, cell, findings, recipient)
            select :run, r.line::bigint, r.verdict, r.cell, r.findings, r.recipient
              from unnest(:lines::text[], :verdicts::text[], :cells::text[], :findings::text[],
                          :recipients::text[]) as r (line, verdict, cell, findings, recipient)
            """)
        .param("run", run)
        .param("lines", column(rows, r -> Long.toString(r.line())))
        .param("verdicts", column(rows, r -> r.verdict().name()))
        .param("cells", column(rows, RunRow::column))
        .param("findings", column(rows, r -> Finding.pack(r.findings())))
        .param("recipients", column(rows, RunRow::recipient))
        .update();
  }

  private static String[] column(List<RunRow> rows, Function<RunRow, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  /** Rows that gave nothing, from behind a line on. */
  List<RunRow> list(UUID run, @Nullable Verdict verdict, long after, int limit) {
    return db.sql(
            """
            select line, verdict, cell, findings, recipient from issue_run_row
             where run_id = :run and line > :after and (:verdict = '' or verdict = :verdict)
             order by line limit :limit
            """)
        .param("run", run)
        .param("after", after)
        .param("verdict", verdict == null ? "" : verdict.name())
        .param("limit", limit)
        .query((row, number) ->
            new RunRow(
                row.getLong("line"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("cell"),
                Finding.unpack(row.getString("findings")),
                row.getString("recipient"),
                null))
        .list();
  }

  Map<UUID, Long> seen(UUID run, Collection<UUID> keys) {
    Map<UUID, Long> seen = new HashMap<>();
    db.sql(
            "select key, line from issue_run_seen where run_id = :run and key = any (:keys::text[]::uuid[])")
        .param("run", run)
        .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
        .query(row -> {
          seen.put(row.getObject("key", UUID.class), row.getLong("line"));
        });
    return seen;
  }

  void see(UUID run, Map<UUID, Long> seen) {
    var keys = List.copyOf(seen.keySet());
    db.sql(
            """
            insert into issue_run_seen (run_id, key, line)
            select :run, s.key::uuid, s.line::bigint
              from unnest(:keys::text[], :lines::text[]) as s (key, line)
            on conflict (run_id, key) do nothing
            """)
        .param("run", run)
        .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
        .param("lines", keys.stream().map(k -> String.valueOf(seen.get(k))).toArray(String[]::new))
        .update();
  }

  void forgetSeen(UUID run) {
    db.sql("delete from issue_run_seen where run_id = :run").param("run", run).update();
  }
}
