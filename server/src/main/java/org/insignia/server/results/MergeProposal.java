package org.insignia.server.results;

import java.time.Instant;
import java.util.List;

/**
 * Two candidate records that may be one person, and what speaks for it. Nothing happens until
 * somebody decides.
 */
public record MergeProposal(
    MergeProposalId id,
    CandidateView one,
    CandidateView other,
    List<Finding> evidence,
    State state,
    Instant proposedAt) {
  public MergeProposal {
    evidence = List.copyOf(evidence);
  }

  /** Names are stored: add, never rename. */
  public enum State {
    OPEN,
    MERGED,
    DISMISSED,
    /** What was learnt since speaks against it. */
    WITHDRAWN
  }
}
