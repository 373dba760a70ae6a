package org.insignia.server.results.identity;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Candidates that have something in common, with what is needed to compare them. */
@Repository
class LikenessStore {
  /**
   * So many records of one name and month or of one mailbox are not looked at: it is a shared
   * mailbox or a test.
   */
  private static final int MOST_PAIRS = 10_000;

  private final JdbcClient db;

  LikenessStore(JdbcClient db) {
    this.db = db;
  }

  /** Two records of one organisation that are not in one dossier. */
  record Pair(OrganisationId organisation, CandidateId one, CandidateId other) {}

  List<CandidateId> takeDue(int limit) {
    return db.sql(
            """
            delete from candidate_to_compare
             where candidate_id = any(array(select candidate_id from candidate_to_compare order by candidate_id
                                     limit :limit for update skip locked))
            returning candidate_id
            """)
        .param("limit", limit)
        .query((row, number) -> new CandidateId(row.getObject("candidate_id", UUID.class)))
        .list();
  }

  List<Pair> pairs(Collection<CandidateId> candidates) {
    return db.sql(
            """
            with due as (
              select id, organisation_id, dossier_id, name_key, birth_month, email_root, issuer_number
                from candidate where id = any (:ids::text[]::uuid[])
            ), alike as (
              select a.organisation_id, a.id as a, b.id as b, a.dossier_id as ad, b.dossier_id as bd
                from due a join candidate b on b.organisation_id = a.organisation_id and b.email_root = a.email_root
              union
              select a.organisation_id, a.id, b.id, a.dossier_id, b.dossier_id
                from due a join candidate b on b.organisation_id = a.organisation_id and b.name_key = a.name_key
                 and b.birth_month = a.birth_month and b.birth_month <> '' where a.name_key <> ''
              union
              select a.organisation_id, a.id, b.id, a.dossier_id, b.dossier_id
                from due a join candidate b on b.organisation_id = a.organisation_id
                 and b.issuer_number = a.issuer_number and b.issuer_number <> ''
              union
              select p.organisation_id, a.id, case when p.one = a.id then p.other else p.one end, a.dossier_id, null
                from due a join merge_proposal p on p.state = 'OPEN' and (p.one = a.id or p.other = a.id)
            )
            select distinct organisation_id, least(a, b) as one, greatest(a, b) as other
              from alike
             where a <> b and ad is distinct from bd
             order by 1, 2, 3
             limit :most
            """)
        .param("ids", texts(candidates))
        .param("most", MOST_PAIRS)
        .query((row, number) ->
            new Pair(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new CandidateId(row.getObject("one", UUID.class)),
                new CandidateId(row.getObject("other", UUID.class))))
        .list();
  }

  Map<CandidateId, Likeness.Side> sides(Collection<CandidateId> candidates) {
    Map<UUID, Set<String>> passed = new HashMap<>();
    Map<UUID, List<Likeness.Sitting>> sittings = new HashMap<>();
    db.sql(
            """
            select candidate_id, exam_uid, exam_code, started_at, taken_at, outcome, standing
              from exam_result
             where candidate_id = any (:ids::text[]::uuid[]) and outcome in ('PASSED', 'FAILED', 'UNKNOWN')
             order by taken_at
            """)
        .param("ids", texts(candidates))
        .query(row -> {
          var id = row.getObject("candidate_id", UUID.class);
          if (Outcome.valueOf(row.getString("outcome")) == Outcome.PASSED
              && Standing.valueOf(row.getString("standing")) == Standing.FINAL) {
            passed.computeIfAbsent(id, i -> new HashSet<>()).add(row.getString("exam_uid"));
          }
          var from = row.getObject("started_at", OffsetDateTime.class);
          if (from != null) {
            var to = row.getObject("taken_at", OffsetDateTime.class);
            sittings
                .computeIfAbsent(id, i -> new ArrayList<>())
                .add(
                    new Likeness.Sitting(
                        row.getString("exam_code"), from.toInstant(), to.toInstant()));
          }
        });
    Map<CandidateId, Likeness.Side> sides = new HashMap<>();
    db.sql(
            """
            select id, name_key, coalesce(email_key, '') as email_key, coalesce(email_root, '') as email_root,
                   birth_month, issuer_number
              from candidate where id = any (:ids::text[]::uuid[])
            """)
        .param("ids", texts(candidates))
        .query(row -> {
          var uuid = row.getObject("id", UUID.class);
          var id = new CandidateId(uuid);
          sides.put(
              id,
              new Likeness.Side(
                  id,
                  row.getString("name_key"),
                  row.getString("email_key"),
                  row.getString("email_root"),
                  row.getString("birth_month"),
                  row.getString("issuer_number"),
                  passed.getOrDefault(uuid, Set.of()),
                  sittings.getOrDefault(uuid, List.of())));
        });
    return sides;
  }

  private static String[] texts(Collection<CandidateId> ids) {
    return ids.stream().map(CandidateId::toString).toArray(String[]::new);
  }
}
