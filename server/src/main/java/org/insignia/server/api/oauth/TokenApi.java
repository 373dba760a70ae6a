package org.insignia.server.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where programs get access tokens. */
@RestController
class TokenApi {
  private final TokenExchange exchange;

  TokenApi(TokenExchange exchange) {
    this.exchange = exchange;
  }

  @PostMapping("/oauth/token")
  ResponseEntity<Map<String, Object>> token(HttpServletRequest request) {
    if (request.getQueryString() != null) {
      throw new OAuthRefusal(
          "invalid_request", "parameters belong in the body; addresses end up in logs");
    }
    var asked = TokenRequest.of(request);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.PRAGMA, "no-cache")
        .body(exchange.answer(asked).json());
  }
}
