package org.insignia.server.api.credly.users;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.api.tokens.ShownToken;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** For whom a program acts that lets people sign in. */
@Component
class SelfDoor {
  private static final String OF_SIGN_IN = "/oauth/v1/";

  private final ActingPrograms programs;

  SelfDoor(ActingPrograms programs) {
    this.programs = programs;
  }

  /**
   * The person who allowed any of these.
   *
   * @throws Problem.Unauthenticated without an access token that works
   * @throws Problem.Forbidden where they allowed none of these
   */
  PersonId enter(HttpServletRequest request, PersonScope... any) {
    var shown = shown(request);
    for (int i = 0; i < any.length - 1; i++) {
      try {
        return programs.require(shown, any[i]).person();
      } catch (Problem.Forbidden e) {
        continue; // the next word may do
      }
    }
    return programs.require(shown, any[any.length - 1]).person();
  }

  /** Programs of old put it into the address where they read whom it stands for (RFC 6750, 2.3). */
  private static @Nullable String shown(HttpServletRequest request) {
    var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    var token = request.getParameter("access_token");
    return authorization == null && token != null && request.getRequestURI().startsWith(OF_SIGN_IN)
        ? "Bearer " + token
        : ShownToken.bearer(authorization);
  }
}
