package org.insignia.server.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.jspecify.annotations.Nullable;

/**
 * An exam or certification that somebody has earned.
 *
 * @param earnedAt when the last result that was needed was taken
 * @param validUntil null: for ever
 * @param because the results that complete it and that renewed it, sorted
 */
public record Earned(
    String uid,
    Achievement.Kind kind,
    Instant earnedAt,
    @Nullable Instant validUntil,
    List<UUID> because) {
  public Earned {
    because = List.copyOf(because);
  }
}
