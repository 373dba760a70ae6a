package org.insignia.server.eligibility;

import java.time.Instant;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * News of an award, as it stands now; several changes before it was asked for are one piece of
 * news.
 *
 * @param validUntil null: for ever
 * @param reason name of a {@link Cause}
 */
public record AwardChange(
    AwardId award,
    OrganisationId organisation,
    DossierId dossier,
    AchievementId achievement,
    Instant earnedAt,
    @Nullable Instant validUntil,
    State state,
    String reason) {

  /** What is new. */
  public enum State {
    /** It was not known, or had been withdrawn. */
    GIVEN,
    /** It was known and its dates, or whose it is, are others now. */
    CHANGED,
    /** It was known and stands no more. */
    WITHDRAWN
  }
}
