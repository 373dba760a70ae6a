package org.insignia.server.results.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Merge;
import org.insignia.server.results.MergeId;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.MergeProposalId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person of the organisation decides about proposals. */
@Component
public class Decisions {
  private final MergeStore merges;
  private final DossierStore dossiers;
  private final Joining joining;
  private final Audit audit;
  private final Clock clock;

  Decisions(MergeStore merges, DossierStore dossiers, Joining joining, Audit audit, Clock clock) {
    this.merges = merges;
    this.dossiers = dossiers;
    this.joining = joining;
    this.audit = audit;
    this.clock = clock;
  }

  /** A proposal without the people in it. */
  public record Brief(
      MergeProposalId id,
      CandidateId one,
      CandidateId other,
      List<Finding> evidence,
      MergeProposal.State state,
      java.time.Instant proposedAt) {}

  /** Proposals of a state, the oldest first. */
  public List<Brief> list(
      OrganisationId organisation, MergeProposal.State state, int limit, int offset) {
    return merges.list(organisation, state, limit, offset).stream().map(Decisions::brief).toList();
  }

  /** Open ones in which one of these candidates is, the oldest first. */
  public List<Brief> concerning(OrganisationId organisation, Collection<CandidateId> candidates) {
    return merges.open(organisation, candidates).stream().map(Decisions::brief).toList();
  }

  private static Brief brief(MergeStore.Proposed p) {
    return new Brief(p.id(), p.one(), p.other(), p.evidence(), p.state(), p.proposedAt());
  }

  /** How many there are of a state, counted no further than so many. */
  public int count(OrganisationId organisation, MergeProposal.State state, int most) {
    return merges.count(organisation, state, most);
  }

  /** One proposal. */
  @Transactional
  public Optional<Brief> find(OrganisationId organisation, MergeProposalId id) {
    return merges.find(organisation, id).map(Decisions::brief);
  }

  /** Proposes two candidates by hand. */
  @Transactional
  public void propose(String by, OrganisationId organisation, CandidateId one, CandidateId other) {
    dossiers.lock(organisation);
    merges.propose(organisation, one, other, List.of(Finding.of("proposed-by-hand")));
    audit.record(
        by,
        organisation.value(),
        "results.merge-proposed",
        "candidate:" + one,
        "with candidate " + other);
  }

  /** Merges the dossiers of the two. */
  @Transactional
  public MergeId merge(String by, OrganisationId organisation, MergeProposalId id) {
    dossiers.lock(organisation);
    var proposed = undecided(organisation, id);
    var one = dossiers.dossierOf(proposed.one());
    var other = dossiers.dossierOf(proposed.other());
    if (one.equals(other)) {
      throw new Problem.Conflict("these candidate records are one person already");
    }
    var kept = joining.stays(one, other);
    var cause = new Joining.Cause(by, proposed.evidence(), id);
    var merge = joining.join(kept, kept.equals(one) ? other : one, cause);
    merges.decide(id, MergeProposal.State.MERGED, by, clock.instant());
    return merge;
  }

  /** Says that the two are not one person; it will not be proposed again. */
  @Transactional
  public void dismiss(String by, OrganisationId organisation, MergeProposalId id) {
    dossiers.lock(organisation);
    undecided(organisation, id);
    merges.decide(id, MergeProposal.State.DISMISSED, by, clock.instant());
    audit.record(
        by, organisation.value(), "results.merge-dismissed", "proposal:" + id, "not one person");
  }

  private MergeStore.Proposed undecided(OrganisationId organisation, MergeProposalId id) {
    var proposed =
        merges
            .find(organisation, id)
            .orElseThrow(() -> new Problem.NotFound("merge proposal " + id));
    if (proposed.state() != MergeProposal.State.OPEN) {
      throw new Problem.Conflict(
          "this proposal is " + proposed.state().name().toLowerCase(java.util.Locale.ROOT));
    }
    return proposed;
  }

  /** Takes a merge back; its proposal is open again. */
  @Transactional
  public void undo(String by, OrganisationId organisation, MergeId id) {
    dossiers.lock(organisation);
    var done = merges.find(organisation, id).orElseThrow(() -> new Problem.NotFound("merge " + id));
    joining.part(done, by);
    var proposal = done.cause().proposal();
    if (proposal != null) {
      merges.decide(proposal, MergeProposal.State.OPEN, by, clock.instant());
    }
  }

  /** Merges that were done, the newest first. */
  public List<Merge> past(OrganisationId organisation, int limit) {
    return merges.past(organisation, limit).stream().map(this::past).toList();
  }

  private Merge past(MergeStore.Past past) {
    var done = past.done();
    return new Merge(
        done.id(),
        done.kept(),
        done.absorbed(),
        dossiers.names(done.candidates()),
        done.cause().why(),
        done.cause().by(),
        past.mergedAt(),
        Optional.ofNullable(past.undoneAt()));
  }
}
