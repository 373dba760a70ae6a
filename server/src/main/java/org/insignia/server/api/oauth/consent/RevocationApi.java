package org.insignia.server.api.oauth.consent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.api.tokens.ClientTokens;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A program gives back what it got (RFC 7009): an access token, or with a refresh token the whole
 * family. The answer is the same whether or not there was such a token.
 */
@RestController
class RevocationApi {
  private final OAuthClients clients;
  private final FamilyStore store;
  private final TransactionTemplate transaction;

  RevocationApi(OAuthClients clients, FamilyStore store, TransactionTemplate transaction) {
    this.clients = clients;
    this.store = store;
    this.transaction = transaction;
  }

  @PostMapping("/oauth/revoke")
  ResponseEntity<Map<String, Object>> revoke(HttpServletRequest request) {
    var asked = TokenRequest.of(request);
    var client = clients.proven(asked);
    var token = asked.required("token");
    transaction.executeWithoutResult(status -> {
      RefreshGrant.parse(token)
          .flatMap(t -> store.lockedRefresh(t.hash()))
          .filter(r -> r.family().client().equals(client.id()))
          .ifPresent(r -> store.end(r.family().grant()));
      if (token.startsWith(ClientTokens.PREFIX)) {
        SecretToken.parse(token.substring(ClientTokens.PREFIX.length()))
            .ifPresent(t -> store.endAccess(t.hash(), client.id()));
      }
    });
    // Nobody has to read it; some programs stumble over an answer that is no JSON.
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of());
  }
}
