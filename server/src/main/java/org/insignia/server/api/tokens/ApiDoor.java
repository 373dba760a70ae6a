package org.insignia.server.api.tokens;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where programs enter that speak for an organisation. */
@Component
public class ApiDoor {
  private final Callers callers;
  private final Members members;

  ApiDoor(Callers callers, Members members) {
    this.callers = callers;
    this.members = members;
  }

  /** A program inside: who it is, and for which organisation it speaks. */
  public record Visit(Caller caller, Organisation organisation) {
    /** As the audit names it. */
    public String actor() {
      return caller.actor();
    }
  }

  /**
   * Lets in whom the scope lets in. The query names the organisation, for the server's own token;
   * all others speak for their own.
   *
   * @throws Problem.Unauthenticated without a token that works
   * @throws Problem.Forbidden for a token without the scope
   * @throws Problem.NotFound for another's organisation
   */
  public Visit enter(HttpServletRequest request, Scope scope) {
    var caller = callers.require(request.getHeader(HttpHeaders.AUTHORIZATION), scope);
    var slug = Optional.ofNullable(request.getParameter("organisation"));
    return new Visit(caller, callers.meant(caller, slug));
  }

  /**
   * As {@link #enter(HttpServletRequest, Scope)}, where the page asks for a greater role than the
   * scope does: whoever made the token has it.
   *
   * @throws Problem.Forbidden for a token whose maker's role is too small
   */
  public Visit enter(HttpServletRequest request, Scope scope, Role role) {
    var visit = enter(request, scope);
    visit
        .caller()
        .maker()
        .ifPresent(maker -> members.require(maker.value(), visit.organisation().id(), role));
    return visit;
  }
}
