package org.insignia.server.accounts.web;

import static org.insignia.server.platform.web.SeeOther.at;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.SignedIn;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The door between a browser and its session: in with a new session id, out with everything. */
@Component
final class Door {
  private static final Duration DEVICE_KEPT = Duration.ofDays(365);
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();
  private final boolean secure;

  Door(Settings settings) {
    this.secure = "https".equals(settings.baseUrl().getScheme());
  }

  /**
   * Signs this browser in: what an earlier visitor knew of the session is worth nothing afterwards.
   */
  void enter(SignIns.Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
    request.getSession(true);
    request.changeSessionId();
    formTokens.saveToken(null, request, response);
    renew(welcome.principal(), request, response);
    response.addHeader("Set-Cookie", deviceCookie(welcome.device()).toString());
  }

  /** Keeps this principal in the present session. */
  void renew(SignedIn principal, HttpServletRequest request, HttpServletResponse response) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** Signs this browser out. */
  void leave(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /** Who is signed in here. */
  static Optional<PersonId> person() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn.person())
        : Optional.empty();
  }

  /** Asks to sign in and to come back to this page then. */
  static ModelAndView signInFirst(HttpServletRequest request) {
    Errand.to(request.getRequestURI()).keepIn(request.getSession(true));
    return at("/sign-in");
  }

  /** What this browser kept from an earlier sign-in. */
  Optional<SecretToken> device(HttpServletRequest request) {
    var cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(c -> c.getName().equals(deviceCookieName()))
        .findFirst()
        .flatMap(c -> SecretToken.parse(c.getValue()));
  }

  private ResponseCookie deviceCookie(SecretToken device) {
    return ResponseCookie.from(deviceCookieName(), device.text())
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(DEVICE_KEPT)
        .build();
  }

  private String deviceCookieName() {
    return secure ? "__Host-device" : "device";
  }
}
