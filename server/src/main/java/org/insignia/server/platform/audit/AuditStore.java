package org.insignia.server.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class AuditStore {
  private static final String COLUMNS =
      "id, at, actor, organisation_id, action, subject, detail, number, hash";
  private final JdbcClient db;

  AuditStore(JdbcClient db) {
    this.db = db;
  }

  void append(
      String actor,
      @Nullable UUID organisation,
      String action,
      List<String> subjects,
      String detail) {
    db.sql(
            """
            insert into audit_line (id, at, actor, organisation_id, action, subject, detail)
            select l.id::uuid, now(), :actor, :organisation, :action, l.subject, :detail
              from unnest(:ids::text[], :subjects::text[]) as l (id, subject)
            """)
        .param("ids", subjects.stream().map(_ -> Ids.next().toString()).toArray(String[]::new))
        .param("actor", actor)
        .param("organisation", organisation)
        .param("action", action)
        .param("subjects", subjects.toArray(String[]::new))
        .param("detail", detail)
        .update();
  }

  AuditChain.Head head() {
    return db.sql("select number, hash from audit_head").query(AuditStore::headRow).single();
  }

  /**
   * Nobody else ties lines until the transaction ends; empty while another does. Lines are looked
   * up then: where the table has grown since it was analysed, the planner would read all of it.
   */
  Optional<AuditChain.Head> lockedHead() {
    return db.sql(
            """
            select number, hash, set_config('enable_seqscan', 'off', true) as lookups
              from audit_head for update skip locked
            """)
        .query(AuditStore::headRow)
        .optional();
  }

  private static AuditChain.Head headRow(ResultSet row, int number) throws SQLException {
    return new AuditChain.Head(row.getLong("number"), row.getString("hash"));
  }

  /** Committed lines that are in no chain yet, the oldest first. */
  List<AuditLine> loose(int limit) {
    return db.sql(
            "select " + COLUMNS + " from audit_line where number is null order by id limit :limit")
        .param("limit", limit)
        .query(AuditStore::row)
        .list();
  }

  long countLoose() {
    return db.sql("select count(*) from audit_line where number is null")
        .query(Long.class)
        .single();
  }

  void tie(List<AuditLine> lines) {
    db.sql(
            """
            update audit_line a set number = t.number, hash = t.hash
              from unnest(cast(:ids as uuid[]), cast(:numbers as bigint[]), cast(:hashes as text[])) as t(id, number, hash)
             where a.id = t.id
            """)
        .param("ids", column(lines, line -> line.id().toString()))
        .param("numbers", column(lines, line -> Long.toString(line.number())))
        .param("hashes", column(lines, AuditLine::hash))
        .update();
    db.sql("update audit_head set number = :number, hash = :hash")
        .param("number", lines.getLast().number())
        .param("hash", lines.getLast().hash())
        .update();
  }

  private static String[] column(List<AuditLine> of, Function<AuditLine, String> value) {
    return of.stream().map(value).toArray(String[]::new);
  }

  /** Lines of the chain after this number. */
  List<AuditLine> chained(long after, int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + " from audit_line where number > :after order by number limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query(AuditStore::row)
        .list();
  }

  /**
   * Looks at the latest lines of the wish's days, a bounded number of them, and takes what fits.
   */
  List<AuditLine> find(UUID organisation, AuditWish wish, int looked, int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                  from (select id, at, actor, organisation_id, action, subject, detail, number, hash
                          from audit_line
                         where organisation_id = :organisation and at >= :from and at < :until
                           %s
                         order by at desc, id desc limit :looked) latest
                 where (:actor = '' or actor = :actor or (:actor = 'program' and actor not like 'person:%%'))
                   and starts_with(action, :action)
                   and (:subject = '' or subject = :subject or right(subject, length(:subject) + 1) = ':' || :subject)
                 order by at desc, id desc limit :limit
                """
                    .formatted(older(wish)))
        .param("organisation", organisation)
        .param("from", Timestamp.from(wish.from()))
        .param("until", Timestamp.from(wish.until()))
        .param("beforeAt", wish.before() == null ? null : Timestamp.from(wish.before().at()))
        .param("beforeId", wish.before() == null ? null : wish.before().id())
        .param("actor", wish.actor())
        .param("action", wish.action())
        .param("subject", wish.subject())
        .param("looked", looked)
        .param("limit", limit)
        .query(AuditStore::row)
        .list();
  }

  /** Spelt out only where there is one, so that the index is entered there. */
  private static String older(AuditWish wish) {
    return wish.before() == null ? "" : "and (at, id) < (:beforeAt, cast(:beforeId as uuid))";
  }

  /** The last line that {@link #find} looks at; empty where it comes to the end. */
  Optional<AuditWish.Place> lastLooked(UUID organisation, AuditWish wish, int looked) {
    return db.sql(
            """
            select at, id from audit_line
             where organisation_id = :organisation and at >= :from and at < :until
               %s
             order by at desc, id desc offset :before limit 1
            """
                .formatted(older(wish)))
        .param("organisation", organisation)
        .param("from", Timestamp.from(wish.from()))
        .param("until", Timestamp.from(wish.until()))
        .param("beforeAt", wish.before() == null ? null : Timestamp.from(wish.before().at()))
        .param("beforeId", wish.before() == null ? null : wish.before().id())
        .param("before", looked - 1)
        .query((row, number) ->
            new AuditWish.Place(
                row.getTimestamp("at").toInstant(), row.getObject("id", UUID.class)))
        .optional();
  }

  private static AuditLine row(ResultSet row, int number) throws SQLException {
    return new AuditLine(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getObject("organisation_id", UUID.class),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getLong("number"),
        Objects.requireNonNullElse(row.getString("hash"), ""));
  }
}
