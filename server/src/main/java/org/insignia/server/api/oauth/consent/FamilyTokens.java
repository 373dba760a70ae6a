package org.insignia.server.api.oauth.consent;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.api.oauth.TokenAnswer;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.api.tokens.ClientTokens;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives the next tokens of a family, or ends it. */
@Component
final class FamilyTokens {
  static final Duration ACCESS_LIFE = Duration.ofHours(1);

  /** Of a refresh token; each use gives another. */
  static final Duration REFRESH_LIFE = Duration.ofDays(60);

  static final String REFRESH_PREFIX = "insignia_rt_";

  private final FamilyStore store;
  private final OAuthClients clients;
  private final Audit audit;
  private final Clock clock;
  private final JsonMapper json;
  private final ObjectProvider<AuthorizationDetails> details;
  private final SecureRandom random = new SecureRandom();

  FamilyTokens(
      FamilyStore store,
      OAuthClients clients,
      Audit audit,
      Clock clock,
      JsonMapper json,
      ObjectProvider<AuthorizationDetails> details) {
    this.details = details;
    this.store = store;
    this.clients = clients;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  /** An access token, and where the person allowed the program to stay a refresh token. */
  TokenAnswer next(Family family, TokenRequest request) {
    var scopes = narrowed(family.scopes(), request.scopes());
    var now = clock.instant();
    var access = SecretToken.fresh(random);
    var scope = String.join(" ", new TreeSet<>(scopes));
    store.insertAccess(access.hash(), family, scope, now, now.plus(ACCESS_LIFE));
    clients.used(family.client());
    Map<String, Object> more = new HashMap<>();
    if (family.stays()) {
      var refresh = SecretToken.fresh(random);
      store.insertRefresh(refresh.hash(), family.grant(), now.plus(REFRESH_LIFE));
      more.put("refresh_token", REFRESH_PREFIX + refresh.text());
    }
    var granted = family.details();
    if (granted != null) {
      more.put("authorization_details", json.readTree(granted));
      details.stream()
          .filter(d -> d.understands(granted))
          .forEach(d -> more.putAll(d.beside(granted)));
    }
    return new TokenAnswer(ClientTokens.PREFIX + access.text(), ACCESS_LIFE, scope, more);
  }

  private static Set<String> narrowed(Set<String> granted, Set<String> wanted) {
    if (!granted.containsAll(wanted)) {
      throw new OAuthRefusal("invalid_scope", "more than the person allowed");
    }
    return wanted.isEmpty() ? granted : wanted;
  }

  /** Something that is used once was shown again: one of the two who showed it has stolen it. */
  OAuthRefusal endStolen(Family family, String what) {
    store.end(family.grant());
    audit.record("client:" + family.client(), null, "oauth.reuse", "grant:" + family.grant(), what);
    return refusal();
  }

  static OAuthRefusal refusal() {
    return new OAuthRefusal(
        "invalid_grant",
        "unknown, expired, used, taken back, or of another client; ask the person again");
  }
}
