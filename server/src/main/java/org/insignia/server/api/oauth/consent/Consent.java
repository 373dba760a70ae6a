package org.insignia.server.api.oauth.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person allowed a program.
 *
 * @param redirect the first address that the program registered
 * @param usedAt when the program last used it, to the minute; null if never
 */
record Consent(
    UUID id,
    UUID client,
    String program,
    String redirect,
    Set<PersonScope> scopes,
    Instant madeAt,
    @Nullable Instant usedAt) {
  Consent {
    scopes = Set.copyOf(scopes);
  }
}
