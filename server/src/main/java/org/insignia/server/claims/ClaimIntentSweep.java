package org.insignia.server.claims;

import java.time.Duration;
import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/** Decisions made before an account are worth nothing once its confirmation can no longer come. */
@Component
final class ClaimIntentSweep implements Sweep {
  private static final Duration KEPT = Duration.ofDays(3);
  private static final int AT_ONCE = 1000;
  private final ClaimLinkStore links;

  ClaimIntentSweep(ClaimLinkStore links) {
    this.links = links;
  }

  @Override
  public String name() {
    return "claim-intents";
  }

  @Override
  public boolean piece(Instant now) {
    return links.sweepIntents(now.minus(KEPT), AT_ONCE) == AT_ONCE;
  }
}
