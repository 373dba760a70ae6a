package org.insignia.server.claims.corrections;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A wish to have a name corrected.
 *
 * @param note what the earner says to it; may be empty
 * @param everywhere whether the person's other badges of this issuer under the same name are meant,
 *     too
 * @param reason why it was declined; null else
 */
public record Correction(
    UUID id,
    CredentialId credential,
    OrganisationId organisation,
    PersonId person,
    String nameBefore,
    String nameAsked,
    String note,
    boolean everywhere,
    State state,
    Instant askedAt,
    @Nullable Instant decidedAt,
    @Nullable String reason) {

  /** Only an open one can be decided. */
  public enum State {
    OPEN,
    APPROVED,
    DECLINED,
    WITHDRAWN
  }
}
