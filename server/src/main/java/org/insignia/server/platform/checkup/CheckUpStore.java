package org.insignia.server.platform.checkup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.fsck.Report;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CheckUpStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String COLUMNS =
      "id, asked_by, asked_at, everything, state, done, rule, rows, report";

  private final JdbcClient db;

  CheckUpStore(JdbcClient db) {
    this.db = db;
  }

  private static CheckUp row(ResultSet row, int number) throws SQLException {
    var report = row.getString("report");
    return new CheckUp(
        row.getObject("id", UUID.class),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("everything"),
        CheckUp.State.valueOf(row.getString("state")),
        row.getInt("done"),
        row.getString("rule"),
        row.getLong("rows"),
        report == null ? null : JSON.readValue(report, Report.class));
  }

  /** False where one is waiting or under way already. */
  boolean ask(UUID id, String actor, boolean everything) {
    return db.sql(
                """
                insert into check_up (id, asked_by, asked_at, everything)
                values (:id, :actor, now(), :everything)
                on conflict ((true)) where state <> 'DONE' do nothing
                """)
            .param("id", id)
            .param("actor", actor)
            .param("everything", everything)
            .update()
        == 1;
  }

  /** The one that waits, or whose node was not heard of for a while; it is then this node's. */
  Optional<CheckUp> take() {
    return db.sql(
            """
            update check_up set state = 'RUNNING', begun_at = now(), beat_at = now(), done = 0, rule = '', rows = 0
             where id = any(array(select id from check_up
                           where state = 'WAITING'
                              or (state = 'RUNNING' and beat_at < now() - interval '2 minutes')
                             for update skip locked))
            """
                + "returning "
                + COLUMNS)
        .query(CheckUpStore::row)
        .optional();
  }

  /** False where it is no longer to go on: another node has taken it, or it is gone. */
  boolean beat(UUID id, int done, String rule, long rows) {
    return db.sql(
                """
                update check_up set beat_at = now(), done = :done, rule = :rule, rows = :rows
                 where id = :id and state = 'RUNNING'
                """)
            .param("id", id)
            .param("done", done)
            .param("rule", rule)
            .param("rows", rows)
            .update()
        == 1;
  }

  void end(UUID id, Report report) {
    db.sql(
            """
            update check_up set state = 'DONE', ended_at = now(), done = :done, report = :report
             where id = :id and state = 'RUNNING'
            """)
        .param("id", id)
        .param("done", report.rules().size())
        .param("report", JSON.writeValueAsString(report))
        .update();
    db.sql(
            """
            delete from check_up where state = 'DONE' and id not in (
              select id from check_up where state = 'DONE' order by ended_at desc limit 10)
            """)
        .update();
  }

  Optional<CheckUp> open() {
    return db.sql("select " + COLUMNS + " from check_up where state <> 'DONE'")
        .query(CheckUpStore::row)
        .optional();
  }

  Optional<CheckUp> last() {
    return db.sql(
            "select "
                + COLUMNS
                + " from check_up where state = 'DONE' order by ended_at desc limit 1")
        .query(CheckUpStore::row)
        .optional();
  }
}
