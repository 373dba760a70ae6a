package org.insignia.server.api.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.ShownToken;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** All tokens of an organisation pay from one bucket, so that more tokens bring no more room. */
@Component
@Order(0)
final class TokenPayer implements Payer {
  private final Callers callers;

  TokenPayer(Callers callers) {
    this.callers = callers;
  }

  @Override
  public Optional<String> payer(HttpServletRequest request) {
    var shown = ShownToken.bearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    return callers.known(shown).map(TokenPayer::payer);
  }

  static String payer(Caller caller) {
    return caller.organisation().map(o -> "organisation:" + o.id().value()).orElse(caller.actor());
  }
}
