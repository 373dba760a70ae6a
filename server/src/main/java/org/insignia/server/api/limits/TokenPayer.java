package org.insignia.server.api.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.api.tokens.Callers;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** All tokens of an organisation pay from one bucket, so that more tokens bring no more room. */
@Component
@Order(0)
final class TokenPayer implements Payer {
  private static final String BASIC = "Basic ";
  private final Callers callers;

  TokenPayer(Callers callers) {
    this.callers = callers;
  }

  @Override
  public Optional<String> payer(HttpServletRequest request) {
    var shown = Objects.toString(request.getHeader(HttpHeaders.AUTHORIZATION), "");
    var headers =
        shown.regionMatches(true, 0, BASIC, 0, BASIC.length())
            ? bearers(shown.substring(BASIC.length()).strip())
            : Stream.of(shown);
    return headers.flatMap(h -> callers.known(h).stream()).map(TokenPayer::payer).findFirst();
  }

  /** Clients of other platforms send a token as the name or the password of Basic. */
  private static Stream<String> bearers(String base64) {
    try {
      var text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      return Stream.of(text.split(":", 2)).map(part -> "Bearer " + part);
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  static String payer(Caller caller) {
    return caller.organisation().map(o -> "organisation:" + o.id().value()).orElse(caller.actor());
  }
}
