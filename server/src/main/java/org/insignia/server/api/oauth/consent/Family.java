package org.insignia.server.api.oauth.consent;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a program got by one yes of one person.
 *
 * @param details {@code authorization_details} as they were granted; null for none
 */
record Family(UUID grant, UUID client, Set<String> scopes, @Nullable String details) {
  Family {
    scopes = Set.copyOf(scopes);
  }

  boolean stays() {
    return scopes.contains(PersonScope.OFFLINE.word());
  }
}
