package org.insignia.server.accounts.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What providers say of themselves, kept for an hour.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery 1.0</a>
 */
@Component
final class ProviderMetadata {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEYS_AT_MOST_EVERY = Duration.ofMinutes(1);

  private final ProviderHttp http;
  private final Clock clock;
  private final Map<String, Said> said = new ConcurrentHashMap<>();

  /** Where a provider is asked what, and the keys it signs with. */
  record Said(
      URI authorization, URI token, URI keysAt, JWKSet keys, boolean namesItself, Instant at) {}

  ProviderMetadata(ProviderHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  Said of(OidcSettings.Provider provider) throws ProviderTrouble {
    var known = said.get(provider.id());
    if (known != null && known.at().plus(KEPT).isAfter(clock.instant())) {
      return known;
    }
    return ask(provider);
  }

  /** Asks anew because a key is missing; not more often than once a minute. */
  Said renewed(OidcSettings.Provider provider) throws ProviderTrouble {
    var known = said.get(provider.id());
    if (known != null && known.at().plus(KEYS_AT_MOST_EVERY).isAfter(clock.instant())) {
      return known;
    }
    return ask(provider);
  }

  private Said ask(OidcSettings.Provider provider) throws ProviderTrouble {
    var issuer = provider.issuer().toString();
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    var document = http.get(URI.create(base + "/.well-known/openid-configuration"));
    if (!issuer.equals(document.get("issuer"))) {
      throw new ProviderTrouble("calls itself something else");
    }
    try {
      var keysAt = url(document, "jwks_uri");
      var answer =
          new Said(
              url(document, "authorization_endpoint"),
              url(document, "token_endpoint"),
              keysAt,
              JWKSet.parse(http.get(keysAt)),
              Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
              clock.instant());
      said.put(provider.id(), answer);
      return answer;
    } catch (ParseException e) {
      throw new ProviderTrouble("its keys cannot be read", e);
    }
  }

  private static URI url(Map<String, Object> document, String name) throws ProviderTrouble {
    try {
      var url = URI.create(String.valueOf(document.get(name)));
      if (OidcSettings.Provider.isSafe(url)) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw new ProviderTrouble(name + " is no address", e);
    }
    throw new ProviderTrouble(name + " is no safe address");
  }
}
