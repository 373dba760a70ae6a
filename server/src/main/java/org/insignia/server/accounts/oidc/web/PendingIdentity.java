package org.insignia.server.accounts.oidc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.accounts.oidc.ProviderSignIns.Identity;
import org.springframework.stereotype.Component;

/** An identity that opens no account yet, while its person signs in or up to say which. */
@Component
final class PendingIdentity {
  private static final String KEPT = "pending-identity";
  private static final Duration VALID = Duration.ofHours(1);

  private final Clock clock;

  private record Pending(String issuer, String subject, String provider, String label, Instant at)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  PendingIdentity(Clock clock) {
    this.clock = clock;
  }

  void keep(Identity identity, HttpServletRequest request) {
    var pending =
        new Pending(
            identity.issuer(),
            identity.subject(),
            identity.provider(),
            identity.label(),
            clock.instant());
    request.getSession(true).setAttribute(KEPT, pending);
  }

  Optional<Identity> of(HttpServletRequest request) {
    return request.getSession(false) instanceof HttpSession session
            && session.getAttribute(KEPT) instanceof Pending pending
            && pending.at().plus(VALID).isAfter(clock.instant())
        ? Optional.of(
            new Identity(
                pending.issuer(),
                pending.subject(),
                pending.provider(),
                pending.label(),
                "",
                null,
                false))
        : Optional.empty();
  }

  void forget(HttpServletRequest request) {
    request.getSession(true).removeAttribute(KEPT);
  }
}
