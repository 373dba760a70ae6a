package org.insignia.server.results.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.Standing;
import org.insignia.server.results.feed.ResultRow;
import org.insignia.server.results.identity.Likeness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Candidates and results, read and written a chunk at a time. */
@Repository
class ChunkStore {
  private final JdbcClient db;

  ChunkStore(JdbcClient db) {
    this.db = db;
  }

  List<CandidateState> candidates(
      OrganisationId organisation, Collection<CandidateState.Key> keys) {
    var columns = new Columns(2);
    keys.forEach(k -> columns.add(k.provider(), k.number()));
    return db.sql(
            """
            select c.id, c.provider, c.number, c.dossier_id, c.issuer_number, c.given_name,
                   c.family_name, c.email, c.language, c.birth_month, c.told_at
              from %s as k (provider, number)
              join candidate c
                on c.organisation_id = :organisation and c.provider = k.provider and c.number = k.number
            """
                .formatted(Columns.unnest(2)))
        .params(columns.params())
        .param("organisation", organisation.value())
        .query(ChunkStore::candidate)
        .list();
  }

  private static CandidateState candidate(ResultSet row, int number) throws SQLException {
    var email = row.getString("email");
    return new CandidateState(
        new CandidateState.Key(row.getString("provider"), row.getString("number")),
        row.getObject("id", UUID.class),
        row.getObject("dossier_id", UUID.class),
        new CandidateState.Details(
            row.getString("issuer_number"),
            row.getString("given_name"),
            row.getString("family_name"),
            email == null ? null : EmailAddress.of(email),
            row.getString("language"),
            row.getString("birth_month")),
        instant(row, "told_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static final String RESULT =
      "select r.id, r.provider, r.number, r.candidate_id, r.exam_uid, r.taken_at, r.said_at,"
          + " r.said_rank, r.outcome, r.standing from exam_result r";

  /** The results of these ids, and all results of these candidates. */
  List<ResultState> results(
      OrganisationId organisation, Collection<ResultState.Key> keys, Collection<UUID> candidates) {
    var columns = new Columns(2);
    keys.forEach(k -> columns.add(k.provider(), k.number()));
    var sql =
        RESULT
            + " join "
            + Columns.unnest(2)
            + " as k (provider, number) on r.organisation_id = :organisation"
            + " and r.provider = k.provider and r.number = k.number union "
            + RESULT
            + " where r.candidate_id = any (:candidates::text[]::uuid[])";
    return db.sql(sql)
        .params(columns.params())
        .param("organisation", organisation.value())
        .param("candidates", texts(candidates))
        .query(ChunkStore::result)
        .list();
  }

  private static ResultState result(ResultSet row, int number) throws SQLException {
    var said =
        new ResultState.Said(
            instant(row, "said_at"),
            row.getInt("said_rank"),
            Outcome.valueOf(row.getString("outcome")),
            Standing.valueOf(row.getString("standing")));
    return new ResultState(
        new ResultState.Key(row.getString("provider"), row.getString("number")),
        row.getObject("id", UUID.class),
        row.getObject("candidate_id", UUID.class),
        row.getString("exam_uid"),
        instant(row, "taken_at"),
        said);
  }

  /** Tells each result where its rows stand. */
  void words(Collection<ResultState> results) {
    Map<UUID, ResultState> byId = new HashMap<>();
    results.forEach(r -> byId.put(r.id, r));
    db.sql(
            """
            select w.result_id, w.fingerprint, p.name, w.line
              from result_word w join intake_part p on p.id = w.part_id
             where w.result_id = any (:results::text[]::uuid[])
            """)
        .param("results", texts(byId.keySet()))
        .query(row -> {
          var result = byId.get(row.getObject("result_id", UUID.class));
          if (result != null) {
            result.heard(
                row.getObject("fingerprint", UUID.class),
                new ResultState.Place(row.getString("name"), row.getLong("line")));
          }
        });
  }

  void insertCandidates(OrganisationId organisation, List<CandidateState> fresh, Instant now) {
    if (fresh.isEmpty()) {
      return;
    }
    var dossiers = new Columns(1);
    fresh.forEach(c -> dossiers.add(c.dossier));
    db.sql(
            "insert into dossier (id, organisation_id, opened_at) select d.id::uuid, :organisation, :now from "
                + Columns.unnest(1)
                + " as d (id)")
        .params(dossiers.params())
        .param("organisation", organisation.value())
        .param("now", IntakeStore.time(now))
        .update();
    db.sql(
            """
            insert into candidate (id, organisation_id, provider, number, dossier_id, issuer_number, given_name,
                                   family_name, name_key, email, email_key, email_root, language, birth_month,
                                   told_at, created_at)
            select c.id::uuid, :organisation, c.provider, c.number, c.dossier::uuid, c.issuer_number, c.given_name,
                   c.family_name, c.name_key, c.email, c.email_key, c.email_root, c.language, c.birth_month,
                   c.told_at::timestamptz, :now
              from %s as c (id, provider, number, dossier, issuer_number, given_name, family_name, name_key,
                            email, email_key, email_root, language, birth_month, told_at)
            """
                .formatted(Columns.unnest(14)))
        .params(candidateColumns(fresh).params())
        .param("organisation", organisation.value())
        .param("now", IntakeStore.time(now))
        .update();
  }

  void updateCandidates(List<CandidateState> changed) {
    if (changed.isEmpty()) {
      return;
    }
    db.sql(
            """
            update candidate set issuer_number = c.issuer_number, given_name = c.given_name,
                   family_name = c.family_name, name_key = c.name_key, email = c.email, email_key = c.email_key,
                   email_root = c.email_root, language = c.language, birth_month = c.birth_month,
                   told_at = c.told_at::timestamptz
              from %s as c (id, provider, number, dossier, issuer_number, given_name, family_name, name_key,
                            email, email_key, email_root, language, birth_month, told_at)
             where candidate.id = c.id::uuid
            """
                .formatted(Columns.unnest(14)))
        .params(candidateColumns(changed).params())
        .update();
  }

  private static Columns candidateColumns(List<CandidateState> candidates) {
    var columns = new Columns(14);
    for (var candidate : candidates) {
      var details = candidate.details();
      var email = details.email();
      columns.add(
          candidate.id,
          candidate.key.provider(),
          candidate.key.number(),
          candidate.dossier,
          details.issuerNumber(),
          details.givenName(),
          details.familyName(),
          Likeness.nameKey(details.givenName(), details.familyName()),
          email == null ? null : email.value(),
          email == null ? null : email.key(),
          email == null ? null : Likeness.mailboxRoot(email),
          details.language(),
          details.birthMonth(),
          candidate.toldAt());
    }
    return columns;
  }

  void putResults(OrganisationId organisation, List<ResultState> results, Instant now) {
    put(INSERT_RESULTS, organisation, results.stream().filter(r -> r.isNew).toList(), now);
    put(UPDATE_RESULTS, organisation, results.stream().filter(r -> !r.isNew).toList(), now);
  }

  private void put(
      String statement, OrganisationId organisation, List<ResultState> results, Instant now) {
    var columns = new Columns(27);
    for (var result : results) {
      var current = result.current();
      if (current != null) {
        add(columns, result, current);
      }
    }
    if (!columns.isEmpty()) {
      db.sql(statement.formatted(Columns.unnest(27)))
          .params(columns.params())
          .param("organisation", organisation.value())
          .param("now", IntakeStore.time(now))
          .update();
    }
  }

  private static final String NAMES =
      """
      %s as r (id, provider, number, candidate, exam_uid, exam_code, started, taken, outcome, standing, status, reason,
             score, passing, least, most, registration, authorized, exam_language, form, attempt, site, country,
             voucher, sections, said, said_rank)
      """;

  private static final String INSERT_RESULTS =
      """
      insert into exam_result (id, organisation_id, provider, number, candidate_id, exam_uid, exam_code, started_at,
             taken_at, outcome, standing, status, reason, score, passing_score, score_min, score_max, registration,
             authorization_number, exam_language, form, attempt, site, country, voucher, section_scores, said_at,
             said_rank, created_at)
      select r.id::uuid, :organisation, r.provider, r.number, r.candidate::uuid, r.exam_uid, r.exam_code,
             r.started::timestamptz, r.taken::timestamptz, r.outcome, r.standing, r.status, r.reason,
             r.score::numeric, r.passing::numeric, r.least::numeric, r.most::numeric, r.registration, r.authorized,
             r.exam_language, r.form, r.attempt, r.site, r.country, r.voucher, r.sections, r.said::timestamptz,
             r.said_rank::int, :now
        from
      """
          + NAMES;

  private static final String UPDATE_RESULTS =
      """
      update exam_result set candidate_id = r.candidate::uuid, exam_uid = r.exam_uid, exam_code = r.exam_code,
             started_at = r.started::timestamptz, taken_at = r.taken::timestamptz, outcome = r.outcome,
             standing = r.standing, status = r.status, reason = r.reason, score = r.score::numeric,
             passing_score = r.passing::numeric, score_min = r.least::numeric, score_max = r.most::numeric,
             registration = r.registration, authorization_number = r.authorized, exam_language = r.exam_language,
             form = r.form, attempt = r.attempt, site = r.site, country = r.country, voucher = r.voucher,
             section_scores = r.sections, said_at = r.said::timestamptz, said_rank = r.said_rank::int
        from
      """
          + NAMES
          + " where exam_result.id = r.id::uuid";

  private static void add(Columns columns, ResultState result, ResultState.Current current) {
    ResultRow row = current.row();
    var sitting = row.sitting();
    var said = current.said();
    columns.add(
        result.id,
        result.key.provider(),
        result.key.number(),
        result.candidate(),
        current.examUid(),
        row.examCode(),
        row.started(),
        row.taken(),
        said.outcome(),
        said.standing(),
        row.status(),
        Finding.pack(current.reasons()),
        row.score(),
        row.passingScore(),
        row.scoreMin(),
        row.scoreMax(),
        sitting.registration(),
        sitting.authorization(),
        sitting.examLanguage(),
        sitting.form(),
        sitting.attempt(),
        sitting.site(),
        sitting.country(),
        sitting.voucher(),
        sitting.sectionScores(),
        said.at(),
        said.rank());
  }

  void insertWords(UUID part, List<Word> words) {
    if (words.isEmpty()) {
      return;
    }
    var columns = new Columns(6);
    words.forEach(
        w -> columns.add(w.result(), w.fingerprint(), w.status(), w.outcome(), w.at(), w.line()));
    db.sql(
            """
            insert into result_word (result_id, fingerprint, status, outcome, said_at, part_id, line)
            select w.result::uuid, w.fingerprint::uuid, w.status, w.outcome, w.at::timestamptz, :part, w.line::bigint
              from %s as w (result, fingerprint, status, outcome, at, line)
            """
                .formatted(Columns.unnest(6)))
        .params(columns.params())
        .param("part", part)
        .update();
  }

  /**
   * Marks what has to be looked at again: awards of the dossiers that can be reached, and
   * likenesses. A mark that stands already is locked by a blank update until this transaction ends:
   * else it could be taken, and decided on without what is being written here.
   */
  void mark(Collection<UUID> candidates) {
    db.sql(
            """
            insert into changed_dossier (dossier_id)
            select distinct c.dossier_id
              from candidate c
             where c.id = any (:candidates::text[]::uuid[])
               and exists (select 1 from candidate o where o.dossier_id = c.dossier_id and o.email is not null)
             order by 1
            on conflict (dossier_id) do update set dossier_id = excluded.dossier_id
            """)
        .param("candidates", texts(candidates))
        .update();
    db.sql(
            """
            insert into candidate_to_compare (candidate_id)
            select c.id::uuid from unnest(:candidates::text[]) as c (id) order by 1
            on conflict (candidate_id) do update set candidate_id = excluded.candidate_id
            """)
        .param("candidates", texts(candidates))
        .update();
  }

  private static @Nullable String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
