package org.insignia.server.accounts;

import java.io.Serializable;
import java.util.UUID;

/** The key of a person with an account. */
public record PersonId(UUID value) implements Serializable {
  @Override
  public String toString() {
    return value.toString();
  }
}
