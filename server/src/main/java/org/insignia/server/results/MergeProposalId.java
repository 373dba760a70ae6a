package org.insignia.server.results;

import java.util.UUID;

/** Names one proposal to take two candidate records as one person. */
public record MergeProposalId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
