package org.insignia.server.accounts.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks ID tokens: signed by a key of the provider with an algorithm we name, meant for us, fresh,
 * and the answer to our question.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID
 *     Connect Core 1.0, ID token validation</a>
 */
@Component
final class IdTokens {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private final ProviderMetadata metadata;
  private final Clock clock;

  IdTokens(ProviderMetadata metadata, Clock clock) {
    this.metadata = metadata;
    this.clock = clock;
  }

  JWTClaimsSet check(String token, OidcSettings.Provider provider, String nonce)
      throws ProviderTrouble {
    try {
      var jwt = SignedJWT.parse(token);
      var keys = metadata.of(provider).keys();
      var kid = jwt.getHeader().getKeyID();
      if (kid != null && keys.getKeyByKeyId(kid) == null) {
        keys = metadata.renewed(provider).keys();
      }
      var claims = processor(provider, keys).process(jwt, null);
      requireOurs(claims, provider, nonce);
      return claims;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new ProviderTrouble("its ID token does not hold: " + e.getMessage(), e);
    }
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      OidcSettings.Provider provider, JWKSet keys) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    var expected = new JWTClaimsSet.Builder().issuer(provider.issuer().toString()).build();
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            provider.clientId(), expected, Set.of("sub", "iat", "exp", "nonce"));
    verifier.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(verifier);
    return processor;
  }

  private void requireOurs(JWTClaimsSet claims, OidcSettings.Provider provider, String nonce)
      throws ParseException, ProviderTrouble {
    if (!nonce.equals(claims.getStringClaim("nonce"))) {
      throw new ProviderTrouble("its ID token answers another question");
    }
    var party = claims.getStringClaim("azp");
    if (claims.getAudience().size() > 1 && party == null
        || party != null && !party.equals(provider.clientId())) {
      throw new ProviderTrouble("its ID token was given to somebody else");
    }
    if (claims.getIssueTime().before(Date.from(clock.instant().minus(OLDEST)))) {
      throw new ProviderTrouble("its ID token is old");
    }
    var subject = claims.getSubject();
    if (subject.isBlank() || subject.length() > 255) {
      throw new ProviderTrouble("its ID token names nobody");
    }
  }
}
