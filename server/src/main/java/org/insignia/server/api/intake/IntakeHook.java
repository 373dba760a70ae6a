package org.insignia.server.api.intake;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * A place to which one provider sends.
 *
 * @param usedAt when a message came last that was genuine; null if never
 */
record IntakeHook(
    UUID id,
    OrganisationId organisation,
    ProviderId provider,
    String sealedSecret,
    Instant madeAt,
    @Nullable Instant usedAt) {
  /** What its secret is sealed for. */
  static String owner(UUID id) {
    return "api.intake-hook:" + id;
  }
}
