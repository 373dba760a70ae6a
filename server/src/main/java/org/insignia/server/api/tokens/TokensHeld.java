package org.insignia.server.api.tokens;

import java.time.Clock;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Usage;
import org.springframework.stereotype.Component;

/** How many API tokens of an organisation open something now. */
@Component
final class TokensHeld implements Usage {
  private final ApiTokenStore store;
  private final Clock clock;

  TokensHeld(ApiTokenStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Limit limit() {
    return Limit.TOKENS;
  }

  @Override
  public long of(OrganisationId organisation) {
    return store.countLive(organisation, clock.instant());
  }
}
