package org.insignia.server.api.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.ClientTokens;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An organisation's client gets an access token for its secret (RFC 6749 #section-4.4). */
@Component
class ClientCredentials implements Grant {
  static final Duration LIFE = Duration.ofHours(2);

  private final OAuthClients clients;
  private final OAuthClientStore clientStore;
  private final AccessTokenStore store;
  private final Callers callers;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ClientCredentials(
      OAuthClients clients,
      OAuthClientStore clientStore,
      AccessTokenStore store,
      Callers callers,
      Clock clock) {
    this.clients = clients;
    this.clientStore = clientStore;
    this.store = store;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "client_credentials";
  }

  @Override
  public List<String> scopes() {
    return Stream.of(Scope.values()).filter(s -> !s.isByPeopleAlone()).map(Scope::word).toList();
  }

  @Override
  @Transactional
  public TokenAnswer answer(TokenRequest request) {
    var client = clients.proven(request);
    if (client.organisation() == null) {
      throw new OAuthRefusal(
          "unauthorized_client", "this client speaks for people, who are asked at their browser");
    }
    var all = client.ofOrganisation();
    if (!callers.isBacked(client.maker(), client.organisation(), all)) {
      throw new OAuthRefusal(
          "unauthorized_client",
          "whoever made this client lacks the role for its scopes; somebody who has it can give it a new secret");
    }
    var scopes = wanted(request, all);
    var now = clock.instant();
    var token = SecretToken.fresh(random);
    store.insert(token.hash(), client.id(), scopes, now, now.plus(LIFE));
    clientStore.used(client.id(), now);
    return new TokenAnswer(
        ClientTokens.PREFIX + token.text(),
        LIFE,
        scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" ")),
        Map.of());
  }

  private static Set<Scope> wanted(TokenRequest request, Set<Scope> all) {
    if (request.scopes().isEmpty()) {
      return all;
    }
    var wanted = EnumSet.noneOf(Scope.class);
    for (var word : request.scopes()) {
      wanted.add(
          Scope.of(word)
              .filter(all::contains)
              .orElseThrow(() ->
                  new OAuthRefusal(
                      "invalid_scope",
                      "this client has "
                          + all.stream()
                              .map(Scope::word)
                              .sorted()
                              .collect(Collectors.joining(" ")))));
    }
    return wanted;
  }
}
