package org.insignia.server.api.oauth.consent;

import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A program that acts for a person who allowed it.
 *
 * @param details {@code authorization_details} as they were granted; null for none
 */
public record ActingProgram(
    UUID client, PersonId person, Set<PersonScope> scopes, @Nullable String details) {
  public ActingProgram {
    scopes = Set.copyOf(scopes);
  }

  /** For the audit. */
  public String actor() {
    return "client:" + client;
  }
}
