package org.insignia.server.api.oauth.consent;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.api.oauth.OAuthClient;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks a person for, sound in every part.
 *
 * @param state what it gets back unchanged; empty for none
 * @param challenge of PKCE with S256; empty for a program that knows no PKCE
 * @param details {@code authorization_details}; null for none
 */
record AuthorizationRequest(
    OAuthClient client,
    String redirectUri,
    Set<PersonScope> scopes,
    String state,
    String challenge,
    @Nullable String details) {
  AuthorizationRequest {
    scopes = Set.copyOf(scopes);
  }

  /** Its words, sorted, with spaces between them. */
  String scope() {
    return scopes.stream().map(PersonScope::word).sorted().collect(Collectors.joining(" "));
  }

  /** The same request as parameters. */
  Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    parameters.put("client_id", client.id().toString());
    parameters.put("redirect_uri", redirectUri);
    parameters.put("scope", scope());
    parameters.put("state", state);
    if (!challenge.isEmpty()) {
      parameters.put("code_challenge", challenge);
      parameters.put("code_challenge_method", "S256");
    }
    if (details != null) {
      parameters.put("authorization_details", details);
    }
    return parameters;
  }

  /** An address with these parameters added to its own; empty ones are left out. */
  static String address(String redirectUri, Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .filter(p -> !p.getValue().isEmpty())
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return redirectUri + (redirectUri.contains("?") ? "&" : "?") + query;
  }
}
