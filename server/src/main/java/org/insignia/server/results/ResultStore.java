package org.insignia.server.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Results and candidates as the features above and the pages see them. */
@Repository
class ResultStore {
  private final JdbcClient db;

  ResultStore(JdbcClient db) {
    this.db = db;
  }

  List<DossierId> takeChanged(int limit) {
    return db.sql(
            """
            delete from changed_dossier
             where dossier_id = any (array(
                   select dossier_id from changed_dossier order by since, dossier_id
                    limit :limit for update skip locked)) -- chosen once, whatever the planner thinks
            returning dossier_id
            """)
        .param("limit", limit)
        .query((row, number) -> new DossierId(row.getObject("dossier_id", UUID.class)))
        .list();
  }

  void changeAll(OrganisationId organisation) {
    db.sql(
            """
            insert into changed_dossier (dossier_id)
            select d.id from dossier d
             where d.organisation_id = :organisation and d.merged_into is null
               and exists (select 1 from candidate c where c.dossier_id = d.id and c.email is not null)
             order by 1
            on conflict (dossier_id) do update set dossier_id = excluded.dossier_id -- locks, see ChunkStore.mark
            """)
        .param("organisation", organisation.value())
        .update();
  }

  List<DossierId> dossiers(OrganisationId organisation, @Nullable DossierId after, int limit) {
    return db.sql(
            """
            select d.id from dossier d
             where d.organisation_id = :organisation and d.merged_into is null
               and (:after::uuid is null or d.id > :after::uuid)
               and exists (select 1 from candidate c where c.dossier_id = d.id and c.email is not null)
             order by d.id limit :limit
            """)
        .param("organisation", organisation.value())
        .param("after", after == null ? null : after.value())
        .param("limit", limit)
        .query((row, number) -> new DossierId(row.getObject("id", UUID.class)))
        .list();
  }

  Map<DossierId, OrganisationId> organisations(Collection<DossierId> dossiers) {
    Map<DossierId, OrganisationId> found = new LinkedHashMap<>();
    db.sql(
            "select id, organisation_id from dossier where id = any (:ids::text[]::uuid[]) order by id")
        .param("ids", texts(dossiers))
        .query(row -> {
          found.put(
              new DossierId(row.getObject("id", UUID.class)),
              new OrganisationId(row.getObject("organisation_id", UUID.class)));
        });
    return found;
  }

  /** A taken exam and the dossier it is in. */
  record Filed(DossierId dossier, TakenExam exam) {}

  List<Filed> exams(Collection<DossierId> dossiers) {
    return db.sql(
            """
            select c.dossier_id, r.id, r.candidate_id, r.exam_uid, r.exam_code, r.provider, r.taken_at, r.outcome,
                   r.standing, r.reason, r.score, r.passing_score
              from candidate c join exam_result r on r.candidate_id = c.id
             where c.dossier_id = any (:ids::text[]::uuid[])
             order by r.taken_at, r.id
            """)
        .param("ids", texts(dossiers))
        .query((row, number) ->
            new Filed(new DossierId(row.getObject("dossier_id", UUID.class)), exam(row)))
        .list();
  }

  private static TakenExam exam(ResultSet row) throws SQLException {
    return new TakenExam(
        new ResultId(row.getObject("id", UUID.class)),
        new CandidateId(row.getObject("candidate_id", UUID.class)),
        row.getString("exam_uid"),
        row.getString("exam_code"),
        new ProviderId(row.getString("provider")),
        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
        Outcome.valueOf(row.getString("outcome")),
        Standing.valueOf(row.getString("standing")),
        Finding.unpack(row.getString("reason")),
        row.getBigDecimal("score"),
        row.getBigDecimal("passing_score"));
  }

  /** Who a dossier may speak of: one row per candidate with a mailbox, the oldest first. */
  record Reachable(
      DossierId asked,
      DossierId dossier,
      OrganisationId organisation,
      UUID person,
      String givenName,
      String familyName,
      String email,
      String language) {}

  /** Follows merges to the dossier that has the candidates now. */
  List<Reachable> reachable(Collection<DossierId> dossiers) {
    return db.sql(
            """
            with recursive way (asked, id) as (
              select d.id, d.id from dossier d where d.id = any (:ids::text[]::uuid[])
              union
              select w.asked, d.merged_into from way w join dossier d on d.id = w.id where d.merged_into is not null
            )
            select w.asked, d.id, d.organisation_id, d.person_id, c.given_name, c.family_name, c.email, c.language
              from way w
              join dossier d on d.id = w.id and d.merged_into is null
              join candidate c on c.dossier_id = d.id and c.email is not null
             order by w.asked, c.created_at, c.id
            """)
        .param("ids", texts(dossiers))
        .query(ResultStore::reachable)
        .list();
  }

  private static Reachable reachable(ResultSet row, int number) throws SQLException {
    return new Reachable(
        new DossierId(row.getObject("asked", UUID.class)),
        new DossierId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getObject("person_id", UUID.class),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("email"),
        row.getString("language"));
  }

  List<DossierId> dossiersOf(UUID person) {
    return db.sql(
            """
            with recursive mine (id) as (
              select id from dossier where person_id = :person
              union
              select d.id from dossier d join mine m on d.merged_into = m.id
            )
            select id from mine order by id
            """)
        .param("person", person)
        .query((row, number) -> new DossierId(row.getObject("id", UUID.class)))
        .list();
  }

  private static String[] texts(Collection<DossierId> ids) {
    return ids.stream().map(DossierId::toString).toArray(String[]::new);
  }

  /** Candidate records with their results; those that do not exist are left out. */
  Map<CandidateId, CandidateView> candidates(Collection<CandidateId> ids) {
    var texts = ids.stream().map(CandidateId::toString).toArray(String[]::new);
    Map<CandidateId, List<TakenExam>> exams =
        db
            .sql(
                """
                select r.id, r.candidate_id, r.exam_uid, r.exam_code, r.provider, r.taken_at, r.outcome, r.standing,
                       r.reason, r.score, r.passing_score
                  from exam_result r where r.candidate_id = any (:ids::text[]::uuid[]) order by r.taken_at, r.id
                """)
            .param("ids", texts)
            .query((row, number) -> exam(row))
            .list()
            .stream()
            .collect(Collectors.groupingBy(TakenExam::candidate));
    return db
        .sql(
            """
            select c.id, c.dossier_id, c.provider, c.number, c.issuer_number, c.given_name, c.family_name,
                   c.birth_month, c.language, c.email, d.person_id
              from candidate c join dossier d on d.id = c.dossier_id
             where c.id = any (:ids::text[]::uuid[])
            """)
        .param("ids", texts)
        .query((row, number) -> view(row, exams))
        .list()
        .stream()
        .collect(Collectors.toMap(CandidateView::id, v -> v));
  }

  private static CandidateView view(ResultSet row, Map<CandidateId, List<TakenExam>> exams)
      throws SQLException {
    var id = new CandidateId(row.getObject("id", UUID.class));
    return new CandidateView(
        id,
        new DossierId(row.getObject("dossier_id", UUID.class)),
        new ProviderId(row.getString("provider")),
        row.getString("number"),
        row.getString("issuer_number"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("birth_month"),
        row.getString("language"),
        Optional.ofNullable(row.getString("email")).map(EmailAddress::of),
        Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
        exams.getOrDefault(id, List.of()));
  }

  List<CandidateId> candidatesIn(OrganisationId organisation, EmailAddress mailbox) {
    return db.sql(
            """
            select c.id from candidate c
             where c.organisation_id = :organisation
               and c.dossier_id in (select dossier_id from candidate
                                     where organisation_id = :organisation and email_key = :key)
             order by c.created_at, c.id
            """)
        .param("organisation", organisation.value())
        .param("key", mailbox.key())
        .query((row, number) -> new CandidateId(row.getObject("id", UUID.class)))
        .list();
  }

  Optional<CandidateId> numbered(OrganisationId organisation, ProviderId provider, String number) {
    return db.sql(
            """
            select id from candidate
             where organisation_id = :organisation and provider = :provider and number = :number
            """)
        .param("organisation", organisation.value())
        .param("provider", provider.value())
        .param("number", number)
        .query((row, _) -> new CandidateId(row.getObject("id", UUID.class)))
        .optional();
  }

  List<CandidateId> candidatesIn(DossierId dossier) {
    return db.sql("select id from candidate where dossier_id = :dossier order by created_at, id")
        .param("dossier", dossier.value())
        .query((row, number) -> new CandidateId(row.getObject("id", UUID.class)))
        .list();
  }
}
