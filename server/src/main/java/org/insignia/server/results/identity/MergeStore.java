package org.insignia.server.results.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.MergeId;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.MergeProposalId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to merge, and merges that were done. */
@Repository
class MergeStore {
  private final JdbcClient db;

  MergeStore(JdbcClient db) {
    this.db = db;
  }

  /** A merge with what is needed to take it back. */
  record Done(
      MergeId id,
      OrganisationId organisation,
      DossierId kept,
      DossierId absorbed,
      List<CandidateId> candidates,
      @Nullable PersonId absorbedPerson,
      Joining.Cause cause) {}

  /** A merge as a list shows it. */
  record Past(Done done, Instant mergedAt, @Nullable Instant undoneAt) {}

  /** A proposal without the people in it. */
  record Proposed(
      MergeProposalId id,
      OrganisationId organisation,
      CandidateId one,
      CandidateId other,
      List<Finding> evidence,
      MergeProposal.State state,
      Instant proposedAt) {}

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * Proposes, or brings the evidence of an open or withdrawn proposal up to date; what a person
   * decided stays.
   */
  void propose(OrganisationId organisation, CandidateId a, CandidateId b, List<Finding> evidence) {
    var inOrder = a.value().toString().compareTo(b.value().toString()) < 0;
    db.sql(
            """
            insert into merge_proposal (id, organisation_id, one, other, state, evidence, proposed_at)
            values (:id, :organisation, :one, :other, 'OPEN', :evidence, now())
            on conflict (one, other) do update set evidence = excluded.evidence, state = 'OPEN'
             where merge_proposal.state in ('OPEN', 'WITHDRAWN')
            """)
        .param("id", Ids.next())
        .param("organisation", organisation.value())
        .param("one", inOrder ? a.value() : b.value())
        .param("other", inOrder ? b.value() : a.value())
        .param("evidence", Finding.pack(evidence))
        .update();
  }

  /**
   * Takes back what the search proposed and would no longer propose; a verified mailbox stays a
   * reason.
   */
  void withdraw(CandidateId a, CandidateId b) {
    db.sql(
            """
            update merge_proposal set state = 'WITHDRAWN'
             where state = 'OPEN' and evidence not like '%verified-mailbox%'
               and (one = :a and other = :b or one = :b and other = :a)
            """)
        .param("a", a.value())
        .param("b", b.value())
        .update();
  }

  private static final String PROPOSAL =
      "select id, organisation_id, one, other, evidence, state, proposed_at from merge_proposal";

  /** An open proposal is settled where the two came together in another way. */
  private static final String APART =
      """
      (p.state <> 'OPEN' or exists (select 1 from candidate a join candidate b on b.dossier_id <> a.dossier_id
                                     where a.id = p.one and b.id = p.other))
      """;

  private static Proposed proposed(ResultSet row, int number) throws SQLException {
    return new Proposed(
        new MergeProposalId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new CandidateId(row.getObject("one", UUID.class)),
        new CandidateId(row.getObject("other", UUID.class)),
        Finding.unpack(row.getString("evidence")),
        MergeProposal.State.valueOf(row.getString("state")),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant());
  }

  Optional<Proposed> find(OrganisationId organisation, MergeProposalId id) {
    return db.sql(PROPOSAL + " where id = :id and organisation_id = :organisation for update")
        .param("id", id.value())
        .param("organisation", organisation.value())
        .query(MergeStore::proposed)
        .optional();
  }

  List<Proposed> list(
      OrganisationId organisation, MergeProposal.State state, int limit, int offset) {
    return db.sql(
            PROPOSAL
                + " p where organisation_id = :organisation and state = :state and "
                + APART
                + " order by proposed_at, id limit :limit offset :offset")
        .param("organisation", organisation.value())
        .param("state", state.name())
        .param("limit", limit)
        .param("offset", offset)
        .query(MergeStore::proposed)
        .list();
  }

  /** Open proposals in which one of these candidates is, the oldest first. */
  List<Proposed> open(OrganisationId organisation, Collection<CandidateId> candidates) {
    return db.sql(
            PROPOSAL
                + """
                 p where organisation_id = :organisation and state = 'OPEN' and \
                """
                + APART
                + """
                 and (one = any (:ids::text[]::uuid[]) or other = any (:ids::text[]::uuid[]))
                 order by proposed_at, id limit 20
                """)
        .param("organisation", organisation.value())
        .param("ids", candidates.stream().map(CandidateId::toString).toArray(String[]::new))
        .query(MergeStore::proposed)
        .list();
  }

  int count(OrganisationId organisation, MergeProposal.State state, int most) {
    return db.sql(
            "select count(*) from (select 1 from merge_proposal p where organisation_id = :organisation and state = :state and "
                + APART
                + " limit :most) counted")
        .param("organisation", organisation.value())
        .param("state", state.name())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  void decide(MergeProposalId id, MergeProposal.State state, String by, Instant now) {
    boolean decided = state == MergeProposal.State.MERGED || state == MergeProposal.State.DISMISSED;
    db.sql(
            "update merge_proposal set state = :state, decided_by = :by, decided_at = :at where id = :id")
        .param("state", state.name())
        .param("by", decided ? by : null)
        .param("at", decided ? time(now) : null)
        .param("id", id.value())
        .update();
  }

  void insert(Done done, Instant now) {
    var proposal = done.cause().proposal();
    db.sql(
            """
            insert into dossier_merge (id, organisation_id, kept, absorbed, candidates, absorbed_person, person_moved,
                                       why, proposal_id, merged_by, merged_at)
            values (:id, :organisation, :kept, :absorbed, :candidates, :person, :moved, :why, :proposal, :by, :now)
            """)
        .param("id", done.id().value())
        .param("organisation", done.organisation().value())
        .param("kept", done.kept().value())
        .param("absorbed", done.absorbed().value())
        .param(
            "candidates",
            done.candidates().stream().map(CandidateId::toString).collect(Collectors.joining(",")))
        .param("person", done.absorbedPerson() == null ? null : done.absorbedPerson().value())
        .param("moved", done.absorbedPerson() != null)
        .param("why", Finding.pack(done.cause().why()))
        .param("proposal", proposal == null ? null : proposal.value())
        .param("by", done.cause().by())
        .param("now", time(now))
        .update();
  }

  boolean undo(MergeId id, String by, Instant now) {
    return db.sql(
                "update dossier_merge set undone_by = :by, undone_at = :now where id = :id and undone_at is null")
            .param("by", by)
            .param("now", time(now))
            .param("id", id.value())
            .update()
        == 1;
  }

  private static final String MERGE =
      "select id, organisation_id, kept, absorbed, candidates, absorbed_person, why, proposal_id, merged_by,"
          + " merged_at, undone_at from dossier_merge";

  Optional<Done> find(OrganisationId organisation, MergeId id) {
    return db.sql(MERGE + " where id = :id and organisation_id = :organisation")
        .param("id", id.value())
        .param("organisation", organisation.value())
        .query((row, number) -> past(row, number).done())
        .optional();
  }

  List<Past> past(OrganisationId organisation, int limit) {
    return db.sql(
            MERGE
                + " where organisation_id = :organisation order by merged_at desc, id desc limit :limit")
        .param("organisation", organisation.value())
        .param("limit", limit)
        .query(MergeStore::past)
        .list();
  }

  private static Past past(ResultSet row, int number) throws SQLException {
    var person = row.getObject("absorbed_person", UUID.class);
    var proposal = row.getObject("proposal_id", UUID.class);
    var candidates = row.getString("candidates");
    var undone = row.getObject("undone_at", OffsetDateTime.class);
    var done =
        new Done(
            new MergeId(row.getObject("id", UUID.class)),
            new OrganisationId(row.getObject("organisation_id", UUID.class)),
            new DossierId(row.getObject("kept", UUID.class)),
            new DossierId(row.getObject("absorbed", UUID.class)),
            candidates.isEmpty()
                ? List.of()
                : Arrays.stream(candidates.split(","))
                    .map(c -> new CandidateId(UUID.fromString(c)))
                    .toList(),
            person == null ? null : new PersonId(person),
            new Joining.Cause(
                row.getString("merged_by"),
                Finding.unpack(row.getString("why")),
                proposal == null ? null : new MergeProposalId(proposal)));
    return new Past(
        done,
        row.getObject("merged_at", OffsetDateTime.class).toInstant(),
        undone == null ? null : undone.toInstant());
  }
}
