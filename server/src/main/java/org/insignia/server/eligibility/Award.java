package org.insignia.server.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * The decision that somebody earned an achievement.
 *
 * @param validUntil null: for ever
 * @param because the results it rests on, sorted
 * @param catalogueNumber the catalogue version it was decided with; 0 for one given by hand
 */
public record Award(
    AwardId id,
    OrganisationId organisation,
    DossierId dossier,
    AchievementId achievement,
    State state,
    Instant earnedAt,
    @Nullable Instant validUntil,
    List<UUID> because,
    Cause cause,
    int catalogueNumber) {
  public Award {
    because = List.copyOf(because);
  }

  /** Whether staff gave it, so that no result and no rule can take it away. */
  public boolean isByHand() {
    return catalogueNumber == 0;
  }

  /** Whether it stands. */
  public enum State {
    GIVEN,
    WITHDRAWN
  }
}
