package org.insignia.server.results;

import java.util.UUID;

/** Names one candidate record: a person as one provider knows them. */
public record CandidateId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
