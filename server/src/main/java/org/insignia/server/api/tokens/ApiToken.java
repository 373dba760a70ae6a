package org.insignia.server.api.tokens;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A token, of which only the hash is kept.
 *
 * @param maker who made it or renewed it last; null when their account is gone
 * @param renewed whether another was made in its place: it works until it expires
 * @param usedAt when it was last used, to the minute; null if never
 */
record ApiToken(
    UUID id,
    OrganisationId organisation,
    String name,
    Set<Scope> scopes,
    @Nullable PersonId maker,
    Instant madeAt,
    Instant expiresAt,
    boolean renewed,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {
  ApiToken {
    scopes = Set.copyOf(scopes);
  }

  boolean isOver(Instant now) {
    return revokedAt != null || !expiresAt.isAfter(now);
  }
}
