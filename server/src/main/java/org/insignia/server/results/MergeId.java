package org.insignia.server.results;

import java.util.UUID;

/** Names one merge that was done. */
public record MergeId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
