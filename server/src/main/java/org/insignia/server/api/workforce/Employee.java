package org.insignia.server.api.workforce;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for an organisation, as it says.
 *
 * @param stateAt when the state changed last
 * @param invitedAt when the last invitation was asked for; null before the first
 */
public record Employee(
    UUID id,
    OrganisationId organisation,
    Personnel said,
    State state,
    Instant stateAt,
    @Nullable Instant invitedAt,
    Instant createdAt) {

  /** What became of the invitation. Names are stored. */
  public enum State {
    /** Nobody invited them yet. */
    CREATED,
    /** They were invited and have not answered. */
    PENDING,
    ACCEPTED,
    REJECTED
  }
}
