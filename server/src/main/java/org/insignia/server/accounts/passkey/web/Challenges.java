package org.insignia.server.accounts.passkey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.accounts.passkey.Passkeys;
import org.springframework.stereotype.Component;

/** The question this browser was asked last; an answer spends it, right or wrong. */
@Component
final class Challenges {
  private static final String KEPT = "passkey-challenge";
  private static final Duration VALID = Duration.ofMinutes(10);

  private final Passkeys passkeys;
  private final Clock clock;

  private record Asked(String challenge, Instant at) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  Challenges(Passkeys passkeys, Clock clock) {
    this.passkeys = passkeys;
    this.clock = clock;
  }

  String fresh(HttpServletRequest request) {
    var challenge = passkeys.challenge();
    request.getSession(true).setAttribute(KEPT, new Asked(challenge, clock.instant()));
    return challenge;
  }

  Optional<String> take(HttpServletRequest request) {
    if (request.getSession(false) instanceof HttpSession session
        && session.getAttribute(KEPT) instanceof Asked asked) {
      session.removeAttribute(KEPT);
      return Optional.of(asked)
          .filter(a -> a.at().plus(VALID).isAfter(clock.instant()))
          .map(Asked::challenge);
    }
    return Optional.empty();
  }
}
