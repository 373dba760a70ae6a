package org.insignia.server.accounts.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Person;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The code flow with state, nonce and PKCE. Who somebody is, is what the provider calls them
 * (issuer and subject) and nothing else: an address says nothing about that.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect
 *     Core 1.0</a>
 */
@Service
public class ProviderSignIns {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIns.class);
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final Duration AUTHENTICATED = Duration.ofMinutes(5);

  private final OidcSettings settings;
  private final ProviderMetadata metadata;
  private final ProviderHttp http;
  private final IdTokens idTokens;
  private final Settings own;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** A provider as a button shows it. */
  public record Button(String id, String name) {}

  /**
   * Somebody as a provider knows them.
   *
   * @param label how the person knows their account there: its address, or nothing
   * @param address proven, as far as the operator trusts this provider with that; null otherwise
   */
  public record Identity(
      String issuer,
      String subject,
      String provider,
      String label,
      String name,
      @Nullable EmailAddress address,
      boolean justAuthenticated) {}

  ProviderSignIns(
      OidcSettings settings,
      ProviderMetadata metadata,
      ProviderHttp http,
      IdTokens idTokens,
      Settings own,
      Clock clock) {
    this.settings = settings;
    this.metadata = metadata;
    this.http = http;
    this.idTokens = idTokens;
    this.own = own;
    this.clock = clock;
  }

  /** The providers, in the order of their buttons; empty where none is configured. */
  public List<Button> buttons() {
    return settings.providers().stream().map(p -> new Button(p.id(), p.name())).toList();
  }

  /** What a new question is made of. */
  public Question question(String provider, Question.Purpose purpose) {
    required(provider);
    return new Question(provider, secret(), secret(), secret(), purpose, clock.instant());
  }

  private String secret() {
    return SecretToken.fresh(random).text();
  }

  private OidcSettings.Provider required(String id) {
    return settings.providers().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("there is no sign-in provider " + id));
  }

  /** Where the browser goes to be asked; empty while the provider does not answer. */
  public Optional<URI> address(Question question) {
    var provider = required(question.provider());
    try {
      var query =
          new java.util.LinkedHashMap<>(
              Map.of(
                  "response_type", "code",
                  "client_id", provider.clientId(),
                  "redirect_uri", callback(provider),
                  "scope", "openid email profile",
                  "state", question.state(),
                  "nonce", question.nonce(),
                  "code_challenge", challenge(question.verifier()),
                  "code_challenge_method", "S256"));
      if (question.purpose() == Question.Purpose.PROVE) {
        query.put("max_age", "0");
        query.put("prompt", "login");
      }
      var at = metadata.of(provider).authorization().toString();
      var parameters =
          query.entrySet().stream()
              .map(q -> q.getKey() + "=" + ProviderHttp.encoded(q.getValue()))
              .collect(Collectors.joining("&"));
      return Optional.of(URI.create(at + (at.contains("?") ? "&" : "?") + parameters));
    } catch (ProviderTrouble e) {
      return trouble(provider, e);
    }
  }

  private <T> Optional<T> trouble(OidcSettings.Provider provider, ProviderTrouble trouble) {
    LOG.warn("sign-in provider {}: {}", provider.id(), trouble.getMessage());
    return Optional.empty();
  }

  private String callback(OidcSettings.Provider provider) {
    return own.url("/sign-in/with/" + provider.id() + "/callback").toString();
  }

  private static String challenge(String verifier) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Who it is, if the browser came back with the answer to this very question.
   *
   * @param issuer what the answer says about where it is from; empty if it says nothing
   */
  public Optional<Identity> answer(
      @Nullable Question question, String provider, String state, String code, String issuer) {
    if (question == null
        || !question.provider().equals(provider)
        || !isSame(question.state(), state)
        || question.at().plus(VALID).isBefore(clock.instant())
        || code.isEmpty()) {
      return Optional.empty();
    }
    var known = required(provider);
    try {
      var said = metadata.of(known);
      boolean elsewhere =
          issuer.isEmpty() ? said.namesItself() : !issuer.equals(known.issuer().toString());
      if (elsewhere) {
        throw new ProviderTrouble("the answer is from somebody else");
      }
      var tokens =
          http.post(
              said.token(),
              Map.of(
                  "grant_type",
                  "authorization_code",
                  "code",
                  code,
                  "redirect_uri",
                  callback(known),
                  "code_verifier",
                  question.verifier()),
              known);
      var token = String.valueOf(tokens.get("id_token"));
      return Optional.of(identity(idTokens.check(token, known, question.nonce()), known));
    } catch (ProviderTrouble e) {
      return trouble(known, e);
    }
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private Identity identity(JWTClaimsSet claims, OidcSettings.Provider provider)
      throws ProviderTrouble {
    try {
      var email = claims.getStringClaim("email");
      var address = email == null ? Optional.<EmailAddress>empty() : EmailAddress.parse(email);
      boolean proven =
          provider.verifiedAddresses()
              && Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
      var name = claims.getStringClaim("name");
      var at = claims.getDateClaim("auth_time");
      return new Identity(
          provider.issuer().toString(),
          claims.getSubject(),
          provider.id(),
          address.map(EmailAddress::value).orElse(""),
          Optional.ofNullable(name).flatMap(Person::parseName).orElse(""),
          proven ? address.orElse(null) : null,
          at != null && isRecent(at.toInstant()));
    } catch (ParseException e) {
      throw new ProviderTrouble("its ID token says odd things", e);
    }
  }

  private boolean isRecent(Instant at) {
    return at.plus(AUTHENTICATED).isAfter(clock.instant());
  }
}
