package org.insignia.server.api.oauth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.api.tokens.ClientTokens;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Component;

/** Recognises the access tokens of organisations' clients, and sweeps ended ones away. */
@Component
final class AccessTokens implements ClientTokens, Sweep {
  private static final int AT_ONCE = 1000;

  private final AccessTokenStore store;
  private final OAuthClientStore clients;
  private final Clock clock;

  AccessTokens(AccessTokenStore store, OAuthClientStore clients, Clock clock) {
    this.store = store;
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public Optional<Spoken> find(SecretToken token) {
    var now = clock.instant();
    var spoken = store.find(token.hash(), now);
    spoken.ifPresent(s -> clients.used(s.client(), now));
    return spoken;
  }

  @Override
  public String name() {
    return "oauth-access-tokens";
  }

  @Override
  public boolean piece(Instant now) {
    return store.deleteEnded(now, AT_ONCE) == AT_ONCE;
  }
}
