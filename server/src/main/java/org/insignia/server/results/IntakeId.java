package org.insignia.server.results;

import java.util.UUID;

/** Names one results file that was handed in. */
public record IntakeId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
