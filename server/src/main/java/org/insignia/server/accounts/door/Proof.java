package org.insignia.server.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * When the person in front of this browser last showed that it is they. What cannot be taken back
 * asks for that anew: a session left open, or stolen, is not enough.
 */
@Component
public final class Proof {
  /** How long it counts. */
  public static final Duration FRESH = Duration.ofMinutes(15);

  private static final Duration HALF_FRESH = Duration.ofMinutes(10);
  private static final String GIVEN = "proved-at";
  private static final String HALF = "half-proved";
  private static final String NEXT = "prove-for";

  private final Clock clock;

  /** One factor of two was shown. */
  private record Half(PersonId person, Instant at) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  Proof(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** The person has just shown that it is they, with all their factors. */
  public void given(HttpServletRequest request) {
    var session = request.getSession(true);
    session.removeAttribute(HALF);
    session.setAttribute(GIVEN, clock.instant());
  }

  void halfGiven(PersonId person, HttpServletRequest request) {
    request.getSession(true).setAttribute(HALF, new Half(person, clock.instant()));
  }

  /** Who showed one factor here a moment ago and still has to show the other. */
  public Optional<PersonId> half(HttpServletRequest request) {
    return request.getSession(false) instanceof HttpSession session
            && session.getAttribute(HALF) instanceof Half half
            && half.at().plus(HALF_FRESH).isAfter(clock.instant())
        ? Optional.of(half.person())
        : Optional.empty();
  }

  /** Whether it was shown a moment ago. */
  public boolean isFresh(HttpServletRequest request) {
    return request.getSession(false) instanceof HttpSession session
        && session.getAttribute(GIVEN) instanceof Instant at
        && at.plus(FRESH).isAfter(clock.instant());
  }

  /**
   * Asks for it where it is not fresh.
   *
   * @param next where to go on afterwards: a page that answers a GET
   */
  public Optional<ModelAndView> missing(HttpServletRequest request, String next) {
    if (isFresh(request)) {
      return Optional.empty();
    }
    request.getSession(true).setAttribute(NEXT, next);
    return Optional.of(SeeOther.at("/prove"));
  }

  /** Where to go on, once. */
  public String next(@Nullable HttpSession session) {
    if (session != null && session.getAttribute(NEXT) instanceof String next) {
      session.removeAttribute(NEXT);
      return next;
    }
    return "/account/security";
  }
}
