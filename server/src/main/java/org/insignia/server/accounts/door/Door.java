package org.insignia.server.accounts.door;

import static org.insignia.server.platform.web.SeeOther.at;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.SignedIn;
import org.insignia.server.accounts.session.Sessions;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.Shell;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The door between a browser and its session: in with a new session id, out with everything. */
@Component
public final class Door {
  private static final Duration DEVICE_KEPT = Duration.ofDays(365);

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();
  private final SecondFactor secondFactor;
  private final SignIns signIns;
  private final Proof proof;
  private final boolean secure;

  Door(SecondFactor secondFactor, SignIns signIns, Proof proof, Settings settings) {
    this.secondFactor = secondFactor;
    this.signIns = signIns;
    this.proof = proof;
    this.secure = "https".equals(settings.baseUrl().getScheme());
  }

  /**
   * Lets somebody in who showed one factor: at once, or after the code of their second one. What an
   * earlier visitor knew of the session is worth nothing afterwards.
   */
  public ModelAndView admit(
      SignIns.Welcome welcome,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var person = welcome.principal().person();
    if (secondFactor.isOn(person)) {
      renameSession(request, response);
      proof.halfGiven(person, request);
      return at(shell.link("/sign-in/code"));
    }
    enter(welcome, request, response);
    return at(shell.link(Errand.done(request.getSession(true))));
  }

  /** Lets somebody in who showed two factors, or all that they have. */
  public ModelAndView admitProven(
      PersonId person, HttpServletRequest request, HttpServletResponse response, Shell shell) {
    enter(signIns.welcome(person), request, response);
    return at(shell.link(Errand.done(request.getSession(true))));
  }

  private void enter(
      SignIns.Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
    renameSession(request, response);
    Sessions.note(request.getSession(true), request.getHeader("User-Agent"), proof.now());
    proof.given(request);
    renew(welcome.principal(), request, response);
    response.addHeader("Set-Cookie", deviceCookie(welcome.device()).toString());
  }

  /** Another session id and another form token. */
  public void renameSession(HttpServletRequest request, HttpServletResponse response) {
    request.getSession(true);
    request.changeSessionId();
    formTokens.saveToken(null, request, response);
  }

  /** Keeps this principal in the present session. */
  public void renew(SignedIn principal, HttpServletRequest request, HttpServletResponse response) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** Signs this browser out. */
  public void leave(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /** Who is signed in here. */
  public static Optional<PersonId> person() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn.person())
        : Optional.empty();
  }

  /** Asks to sign in and to come back to this page then. */
  public static ModelAndView signInFirst(HttpServletRequest request) {
    Errand.to(request.getRequestURI()).keepIn(request.getSession(true));
    return at("/sign-in");
  }

  /** What this browser kept from an earlier sign-in. */
  public Optional<SecretToken> device(HttpServletRequest request) {
    var cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Stream.of(cookies))
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
