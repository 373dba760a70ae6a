package org.insignia.server.api.credly.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.ShownToken;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets programs in, however they show their token ({@link ShownToken}). */
@Component
public class TokenDoor {
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
    var shown = ShownToken.bearer(request.getHeader(HttpHeaders.AUTHORIZATION));
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

  /** Whether the token that is shown has one of these scopes. */
  public boolean opens(HttpServletRequest request, Scope... scopes) {
    try {
      require(request, scopes);
      return true;
    } catch (Problem.Forbidden e) {
      return false;
    }
  }

  /**
   * Who shows a token of this organisation with one of these scopes; others do not learn that there
   * is such an organisation.
   *
   * @param organisation its id, or its name in addresses, which some programs are set up with
   */
  public Guest enter(HttpServletRequest request, String organisation, Scope... scopes) {
    var caller = require(request, scopes);
    return caller
        .organisation()
        .or(() -> named(organisation))
        .filter(own -> own.slug().equals(organisation) || isId(own, organisation))
        .map(own -> new Guest(caller.actor(), own))
        .orElseThrow(() -> Refusal.unknown("Organization"));
  }

  private Optional<Organisation> named(String organisation) {
    return Ids.find(organisation)
        .map(id -> organisations.get(new OrganisationId(id)))
        .or(() -> organisations.find(organisation));
  }

  private static boolean isId(Organisation organisation, String typed) {
    return Ids.find(typed).filter(organisation.id().value()::equals).isPresent();
  }
}
