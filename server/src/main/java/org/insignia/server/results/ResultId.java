package org.insignia.server.results;

import java.util.UUID;

/** Names one exam result. */
public record ResultId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
