package org.insignia.server.results;

import java.util.UUID;

/** Names all candidate records that are taken as one person. */
public record DossierId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
