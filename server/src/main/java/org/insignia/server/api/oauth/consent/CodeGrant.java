package org.insignia.server.api.oauth.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insignia.server.api.oauth.Grant;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.api.oauth.TokenAnswer;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.api.oauth.consent.FamilyStore.Code;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A program exchanges the code that it got by a person's browser (RFC 6749 #section-4.1.3). */
@Component
class CodeGrant implements Grant {
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private final OAuthClients clients;
  private final FamilyStore store;
  private final FamilyTokens tokens;
  private final List<AuthorizationDetails> details;
  private final Clock clock;

  CodeGrant(
      OAuthClients clients,
      FamilyStore store,
      FamilyTokens tokens,
      ObjectProvider<AuthorizationDetails> details,
      Clock clock) {
    this.clients = clients;
    this.store = store;
    this.tokens = tokens;
    this.details = details.stream().toList();
    this.clock = clock;
  }

  @Override
  public String type() {
    return "authorization_code";
  }

  @Override
  public List<String> scopes() {
    return Stream.of(PersonScope.values()).map(PersonScope::word).toList();
  }

  @Override
  public Map<String, Object> metadata() {
    var types = details.stream().flatMap(d -> d.types().stream()).toList();
    return types.isEmpty() ? Map.of() : Map.of("authorization_details_types_supported", types);
  }

  /** What a refusal ends stays ended. */
  @Override
  @Transactional(noRollbackFor = OAuthRefusal.class)
  public TokenAnswer answer(TokenRequest request) {
    var client = clients.proven(request);
    var shown = SecretToken.parse(request.required("code")).orElseThrow(FamilyTokens::refusal);
    var code =
        store
            .lockedCode(shown.hash())
            .filter(c -> c.family().client().equals(client.id()))
            .orElseThrow(FamilyTokens::refusal);
    if (code.used()) {
      throw tokens.endStolen(code.family(), "a code was shown twice");
    }
    var now = clock.instant();
    store.useCode(shown.hash(), now);
    if (!now.isBefore(code.end())
        || !leadsBack(code, request.required("redirect_uri"))
        || !isProven(code.challenge(), request)) {
      throw FamilyTokens.refusal();
    }
    return tokens.next(code.family(), request);
  }

  /** Programs of Credly's kind name the address at which they were reached, with code and state. */
  private static boolean leadsBack(Code code, String shown) {
    return shown.equals(code.redirectUri())
        || (code.challenge().isEmpty()
            && (shown.startsWith(code.redirectUri() + "?")
                || shown.startsWith(code.redirectUri() + "&")));
  }

  /** Where nothing was asked, nothing may be answered: else PKCE could be taken away (RFC 9700). */
  private static boolean isProven(String challenge, TokenRequest request) {
    return challenge.isEmpty()
        ? request.optional("code_verifier").isEmpty()
        : isAnswered(challenge, request.required("code_verifier"));
  }

  /** RFC 7636 #section-4.6. */
  static boolean isAnswered(String challenge, String verifier) {
    if (!VERIFIER.matcher(verifier).matches()) {
      return false;
    }
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      var expected = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.US_ASCII),
          challenge.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
