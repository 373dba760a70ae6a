package org.insignia.server.results;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.identity.Decisions;
import org.springframework.stereotype.Component;

/**
 * Candidate records that may be one person. They are found by what they have in common, proposed,
 * and merged only when a person of the organisation says so; every merge can be taken back. Awards
 * of both dossiers are decided anew each time.
 */
@Component
public class Merges {
  private static final int MOST_COUNTED = 1_000;
  private final Decisions decisions;
  private final ResultStore results;

  Merges(Decisions decisions, ResultStore results) {
    this.decisions = decisions;
    this.results = results;
  }

  /** Proposals of a state with both candidates, the oldest first. */
  public List<MergeProposal> list(
      OrganisationId organisation, MergeProposal.State state, int limit, int offset) {
    return views(decisions.list(organisation, state, limit, offset));
  }

  /** How many proposals of a state there are, counted no further than a thousand. */
  public int count(OrganisationId organisation, MergeProposal.State state) {
    return count(organisation, state, MOST_COUNTED);
  }

  /** As {@link #count(OrganisationId, MergeProposal.State)}, counted no further than so many. */
  public int count(OrganisationId organisation, MergeProposal.State state, int most) {
    return decisions.count(organisation, state, most);
  }

  /**
   * @throws Problem.NotFound if the organisation has no such proposal
   */
  public MergeProposal proposal(OrganisationId organisation, MergeProposalId id) {
    return decisions
        .find(organisation, id)
        .flatMap(brief -> views(List.of(brief)).stream().findFirst())
        .orElseThrow(() -> new Problem.NotFound("merge proposal " + id));
  }

  private List<MergeProposal> views(List<Decisions.Brief> briefs) {
    var people =
        results.candidates(
            briefs.stream().flatMap(b -> Stream.of(b.one(), b.other())).distinct().toList());
    return briefs.stream()
        .flatMap(b -> {
          var one = people.get(b.one());
          var other = people.get(b.other());
          return one == null || other == null
              ? Stream.empty()
              : Stream.of(
                  new MergeProposal(b.id(), one, other, b.evidence(), b.state(), b.proposedAt()));
        })
        .toList();
  }

  /**
   * Proposes two candidates that the search did not find alike.
   *
   * @param by {@code person:UUID}, for the audit; so with the methods below
   * @throws Problem.NotFound if one of them is another organisation's
   */
  public void propose(String by, OrganisationId organisation, CandidateId one, CandidateId other) {
    var both = results.candidates(List.of(one, other));
    if (one.equals(other) || both.size() < 2) {
      throw new Problem.Invalid("candidate", "two different candidate records");
    }
    var dossiers = both.values().stream().map(CandidateView::dossier).distinct().toList();
    var owners = results.organisations(dossiers);
    if (!dossiers.stream().allMatch(d -> organisation.equals(owners.get(d)))) {
      throw new Problem.NotFound("no such candidate records here");
    }
    decisions.propose(by, organisation, one, other);
  }

  /**
   * Takes the two of a proposal as one person from now on.
   *
   * @throws Problem.Conflict if it was decided already or two accounts stand behind them
   */
  public MergeId merge(String by, OrganisationId organisation, MergeProposalId proposal) {
    return decisions.merge(by, organisation, proposal);
  }

  /** Says that the two are different people: they will not be proposed again. */
  public void dismiss(String by, OrganisationId organisation, MergeProposalId proposal) {
    decisions.dismiss(by, organisation, proposal);
  }

  /**
   * Takes a merge back: everybody has again what they had.
   *
   * @throws Problem.Conflict if it was taken back already or a later merge has to be taken back
   *     first
   */
  public void undo(String by, OrganisationId organisation, MergeId merge) {
    decisions.undo(by, organisation, merge);
  }

  /**
   * Merges that were done, the newest first, also those taken back and those that a verified
   * mailbox made.
   */
  public List<Merge> past(OrganisationId organisation, int limit) {
    return decisions.past(organisation, limit);
  }

  /** Open proposals in which one of these candidates is, the oldest first. */
  public List<MergeProposal> concerning(
      OrganisationId organisation, Collection<CandidateId> candidates) {
    return candidates.isEmpty() ? List.of() : views(decisions.concerning(organisation, candidates));
  }
}
