package org.insignia.server.api.oauth.consent;

import java.time.Clock;
import java.util.Optional;
import org.insignia.server.api.oauth.Grant;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.api.oauth.TokenAnswer;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A program stays connected: each refresh token is used once and gives the next (RFC 9700
 * #section-4.14). Who shows a used one ends the whole family.
 */
@Component
class RefreshGrant implements Grant {
  private final OAuthClients clients;
  private final FamilyStore store;
  private final FamilyTokens tokens;
  private final Clock clock;

  RefreshGrant(OAuthClients clients, FamilyStore store, FamilyTokens tokens, Clock clock) {
    this.clients = clients;
    this.store = store;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "refresh_token";
  }

  /** What a refusal ends stays ended. */
  @Override
  @Transactional(noRollbackFor = OAuthRefusal.class)
  public TokenAnswer answer(TokenRequest request) {
    var client = clients.proven(request);
    var shown = parse(request.required("refresh_token")).orElseThrow(FamilyTokens::refusal);
    var refresh =
        store
            .lockedRefresh(shown.hash())
            .filter(r -> r.family().client().equals(client.id()))
            .orElseThrow(FamilyTokens::refusal);
    if (refresh.used()) {
      throw tokens.endStolen(refresh.family(), "a refresh token was shown twice");
    }
    if (!refresh.family().scopes().containsAll(request.scopes())) {
      throw new OAuthRefusal("invalid_scope", "more than the person allowed");
    }
    var now = clock.instant();
    if (!now.isBefore(refresh.end())) {
      throw FamilyTokens.refusal();
    }
    store.useRefresh(shown.hash(), now);
    return tokens.next(refresh.family(), request);
  }

  static Optional<SecretToken> parse(String shown) {
    return shown.startsWith(FamilyTokens.REFRESH_PREFIX)
        ? SecretToken.parse(shown.substring(FamilyTokens.REFRESH_PREFIX.length()))
        : Optional.empty();
  }
}
