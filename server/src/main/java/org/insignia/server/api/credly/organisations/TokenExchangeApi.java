package org.insignia.server.api.credly.organisations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.RequestReader;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.api.oauth.TokenExchange;
import org.insignia.server.api.oauth.TokenRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The token endpoint at the addresses of this tree, where clients send JSON too and read the answer
 * from either of its forms. Their words for scopes mean all that the client may do.
 */
@RestController
class TokenExchangeApi {
  private static final String[] NAMES = {
    "client_id", "client_secret", "grant_type", "refresh_token", "scope"
  };

  private final TokenExchange exchange;
  private final RequestReader reader;

  TokenExchangeApi(TokenExchange exchange, RequestReader reader) {
    this.exchange = exchange;
    this.reader = reader;
  }

  @PostMapping("/v1/oauth/token")
  ResponseEntity<Object> token(HttpServletRequest request) {
    var answer = exchange.answer(asked(reader.read(request), request)).json();
    Map<String, Object> data = new LinkedHashMap<>(answer);
    data.put("token", answer.get("access_token"));
    Map<String, Object> body = new LinkedHashMap<>(answer);
    body.put("data", data);
    body.put("metadata", Map.of());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.PRAGMA, "no-cache")
        .body(body);
  }

  private static TokenRequest asked(Asked asked, HttpServletRequest request) {
    Map<String, String> parameters = new HashMap<>();
    for (var name : NAMES) {
      asked.text(name).ifPresent(value -> parameters.put(name, value));
    }
    parameters.putIfAbsent("grant_type", "client_credentials");
    if (!parameters.getOrDefault("scope", ":").contains(":")) {
      parameters.remove("scope");
    }
    Map<String, String[]> form = new HashMap<>();
    parameters.forEach((name, value) -> form.put(name, new String[] {value}));
    return TokenRequest.of(form, request.getHeader(HttpHeaders.AUTHORIZATION));
  }

  /** Never said with the secret that was shown. */
  @org.springframework.web.bind.annotation.ExceptionHandler
  ResponseEntity<Object> refused(OAuthRefusal refusal) {
    boolean ofClient = refusal.error().equals("invalid_client");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", refusal.error());
    body.put("error_description", refusal.description());
    body.put("data", Map.of("message", refusal.description()));
    body.put("metadata", Map.of());
    return ResponseEntity.status(ofClient ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST)
        .cacheControl(CacheControl.noStore())
        .body(body);
  }
}
