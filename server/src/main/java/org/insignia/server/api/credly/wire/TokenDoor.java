package org.insignia.server.api.credly.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets programs in. They show a token as the name of a user without a password, in all spellings
 * that are seen, or as a bearer.
 */
@Component
public class TokenDoor {
  private static final String BASIC = "basic ";

  private final Callers callers;
  private final Organisations organisations;

  TokenDoor(Callers callers, Organisations organisations) {
    this.callers = callers;
    this.organisations = organisations;
  }

  /**
   * Who came in, and for which organisation.
   *
   * @param actor for the audit
   */
  public record Guest(String actor, Organisation organisation) {}

  /**
   * Who shows a token with one of these scopes.
   *
   * @throws Problem.Unauthenticated without a token that works
   * @throws Problem.Forbidden where it has none of them
   */
  public Caller require(HttpServletRequest request, Scope... scopes) {
    var shown = bearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    Problem.Forbidden missing = new Problem.Forbidden("this token may not do that");
    for (var scope : scopes) {
      try {
        return callers.require(shown, scope);
      } catch (Problem.Forbidden e) {
        missing = e;
      }
    }
    throw missing;
  }

  /**
   * Who shows a token of this organisation with one of these scopes; others do not learn that there
   * is such an organisation.
   */
  public Guest enter(HttpServletRequest request, String organisation, Scope... scopes) {
    var caller = require(request, scopes);
    var id = new OrganisationId(Ids.of(organisation, "Organization"));
    var own = caller.organisation();
    if (own.isEmpty()) {
      return new Guest(caller.actor(), organisations.get(id));
    }
    if (!own.get().id().equals(id)) {
      throw Refusal.unknown("Organization");
    }
    return new Guest(caller.actor(), own.get());
  }

  /** The header as if the token had come as a bearer. */
  static @Nullable String bearer(@Nullable String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ")
          ? "Bearer " + header.substring("bearer ".length()).strip()
          : header;
    }
    try {
      var text = header.substring(BASIC.length()).strip();
      var decoded =
          new String(
              Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/')),
              StandardCharsets.UTF_8);
      int colon = decoded.indexOf(':');
      var user = colon < 0 ? decoded : decoded.substring(0, colon);
      return "Bearer " + (user.endsWith("|") ? user.substring(0, user.length() - 1) : user).strip();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
