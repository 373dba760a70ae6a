package org.insignia.server.api.oauth;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells programs what OAuth endpoints refuse, in the form that they read. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OAuthRefusals {
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(OAuthRefusal refusal) {
    var answer =
        ResponseEntity.status(
                refusal.isOfClient() ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST)
            .cacheControl(CacheControl.noStore());
    if (refusal.challenged()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"clients\"");
    }
    return answer.body(
        Map.of("error", refusal.error(), "error_description", refusal.description()));
  }
}
