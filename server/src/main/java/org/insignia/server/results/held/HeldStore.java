package org.insignia.server.results.held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of results that wait for a decision, and of the decisions. */
@Repository
class HeldStore {
  /** Code of the first reason, as {@link Finding#pack} writes it. */
  private static final String CAUSE = "split_part(split_part(r.reason, chr(30), 1), chr(31), 1)";

  private static final String SELECT =
      """
      select r.id, r.organisation_id, c.dossier_id, c.given_name, c.family_name, c.number as candidate, r.provider,
             r.number, r.exam_code, r.taken_at, r.outcome, r.standing, r.score, r.reason, r.said_at
        from exam_result r join candidate c on c.id = r.candidate_id
      """;

  private final JdbcClient db;

  HeldStore(JdbcClient db) {
    this.db = db;
  }

  List<HeldResult> of(Collection<ResultId> ids) {
    return db.sql(SELECT + " where r.id = any (cast(:ids as uuid[]))")
        .param("ids", texts(ids))
        .query(HeldStore::result)
        .list();
  }

  private static String[] texts(Collection<ResultId> ids) {
    return ids.stream().map(ResultId::toString).toArray(String[]::new);
  }

  List<HeldResult> list(OrganisationId organisation, HeldWish wish, int limit) {
    var after = wish.after();
    return db.sql(
            SELECT
                + " where r.organisation_id = :organisation and r.standing = "
                + standing(wish)
                + " and (:cause = '' or "
                + CAUSE
                + " = :cause) and (r.said_at, r.id) > (:at, cast(:id as uuid))"
                + " order by r.said_at, r.id limit :limit")
        .param("organisation", organisation.value())
        .param("cause", wish.cause())
        .param("at", time(after == null ? Instant.EPOCH : after.saidAt()))
        .param("id", (after == null ? new UUID(0, 0) : after.id()).toString())
        .param("limit", limit)
        .query(HeldStore::result)
        .list();
  }

  /** A word, not a parameter: the index of those that wait holds nothing else. */
  private static String standing(HeldWish wish) {
    return wish.dropped() ? "'DROPPED'" : "'HELD'";
  }

  /** How many wait for each cause, the most frequent first. */
  Map<String, Long> causes(OrganisationId organisation, HeldWish wish) {
    Map<String, Long> causes = new LinkedHashMap<>();
    db.sql(
            "select "
                + CAUSE
                + " as cause, count(*) as many from exam_result r where r.organisation_id = :organisation"
                + " and r.standing = "
                + standing(wish)
                + " group by 1 order by 2 desc, 1")
        .param("organisation", organisation.value())
        .query(row -> {
          causes.put(row.getString("cause"), row.getLong("many"));
        });
    return causes;
  }

  /** Counted no further than this. */
  long countUpTo(OrganisationId organisation, int most) {
    return db.sql(
            """
            select count(*) from (select 1 from exam_result
                                   where organisation_id = :organisation and standing = 'HELD' limit :most) as waiting
            """)
        .param("organisation", organisation.value())
        .param("most", most)
        .query(Long.class)
        .single();
  }

  /** A result that a decision changed, and whose it is. */
  record Changed(ResultId id, CandidateId candidate, String was) {}

  /** Lets those of these count that were held or dropped and have a grade. */
  List<Changed> release(OrganisationId organisation, Collection<ResultId> ids) {
    return change(
        """
        update exam_result r set standing = 'FINAL', reason = ''
          from (select id, reason from exam_result where id = any (cast(:ids as uuid[])) for update) as old
         where r.id = old.id and r.organisation_id = :organisation and r.standing in ('HELD', 'DROPPED')
           and r.outcome <> 'UNKNOWN'
        returning r.id, r.candidate_id, old.reason
        """,
        organisation,
        ids);
  }

  /** Lets those of these wait no more that are held; why they were held stays with them. */
  List<Changed> drop(OrganisationId organisation, Collection<ResultId> ids) {
    return change(
        """
        update exam_result r set standing = 'DROPPED'
          from (select id, reason from exam_result where id = any (cast(:ids as uuid[])) for update) as old
         where r.id = old.id and r.organisation_id = :organisation and r.standing = 'HELD'
        returning r.id, r.candidate_id, old.reason
        """,
        organisation,
        ids);
  }

  private List<Changed> change(String sql, OrganisationId organisation, Collection<ResultId> ids) {
    return db.sql(sql)
        .param("ids", texts(ids))
        .param("organisation", organisation.value())
        .query((row, number) ->
            new Changed(
                new ResultId(row.getObject("id", UUID.class)),
                new CandidateId(row.getObject("candidate_id", UUID.class)),
                row.getString("reason")))
        .list();
  }

  /** Who decided, and why. */
  record Word(Decision decision, String reason, String by, Instant at) {}

  void keep(List<Changed> changed, Word word) {
    db.sql(
            """
            insert into result_decision (id, result_id, decision, was, reason, decided_by, decided_at)
            select id, result, :decision, was, :reason, :by, :at
              from unnest(cast(:ids as uuid[]), cast(:results as uuid[]), cast(:was as text[])) as t(id, result, was)
            """)
        .param("decision", word.decision().name())
        .param("reason", word.reason())
        .param("by", word.by())
        .param("at", time(word.at()))
        .param("ids", changed.stream().map(c -> Ids.next().toString()).toArray(String[]::new))
        .param("results", changed.stream().map(c -> c.id().toString()).toArray(String[]::new))
        .param("was", changed.stream().map(Changed::was).toArray(String[]::new))
        .update();
  }

  /** Awards of these people are decided anew; a mark that stands already is locked till then. */
  void mark(List<Changed> changed) {
    db.sql(
            """
            insert into changed_dossier (dossier_id)
            select distinct c.dossier_id
              from candidate c
             where c.id = any (cast(:candidates as uuid[]))
               and exists (select 1 from candidate o where o.dossier_id = c.dossier_id and o.email is not null)
             order by 1
            on conflict (dossier_id) do update set dossier_id = excluded.dossier_id
            """)
        .param(
            "candidates",
            changed.stream().map(c -> c.candidate().toString()).distinct().toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static HeldResult result(ResultSet row, int number) throws SQLException {
    return new HeldResult(
        new ResultId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new DossierId(row.getObject("dossier_id", UUID.class)),
        (row.getString("given_name") + " " + row.getString("family_name")).strip(),
        row.getString("candidate"),
        new ProviderId(row.getString("provider")),
        row.getString("number"),
        row.getString("exam_code"),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        Outcome.valueOf(row.getString("outcome")),
        Standing.valueOf(row.getString("standing")),
        row.getBigDecimal("score"),
        Finding.unpack(row.getString("reason")),
        row.getObject("said_at", OffsetDateTime.class).toInstant());
  }
}
