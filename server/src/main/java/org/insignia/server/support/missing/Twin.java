package org.insignia.server.support.missing;

import java.util.Optional;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.MergeProposal;

/**
 * A second candidate record that may be the same person's. Earners are told that it exists and at
 * which provider, and nothing else of it: it may be somebody else's.
 *
 * @param proposal to take the two as one; empty where nobody has proposed it
 */
record Twin(CandidateView other, Optional<MergeProposal> proposal) {}
