package org.insignia.server.api.tokens;

import java.time.Duration;
import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/** Tokens that ended long ago; that there were such stands in the audit. */
@Component
final class EndedTokens implements Sweep {
  private static final Duration LISTED = Duration.ofDays(90);
  private static final int AT_ONCE = 1000;
  private final ApiTokenStore store;

  EndedTokens(ApiTokenStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "api-tokens";
  }

  @Override
  public boolean piece(Instant now) {
    return store.removeEnded(now.minus(LISTED), AT_ONCE) == AT_ONCE;
  }
}
