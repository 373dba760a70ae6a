package org.insignia.server.api.operator;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.api.AdminToken;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Where programs enter that speak for whoever runs the server. Its token lies in a file that only
 * they can read: that is the proof which a page asks of them before what cannot be taken back.
 */
@Component
public class OperatorDoor {
  private final AdminToken admin;
  private final Callers callers;

  OperatorDoor(AdminToken admin, Callers callers) {
    this.admin = admin;
    this.callers = callers;
  }

  /**
   * Lets in the server's own token alone.
   *
   * @return who acts, for the audit
   * @throws Problem.Forbidden for a token of an organisation
   * @throws Problem.Unauthenticated for everybody else
   */
  public String enter(HttpServletRequest request) {
    var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (!admin.isShown(shown) && callers.known(shown).isPresent()) {
      throw new Problem.Forbidden(
          "this belongs to who runs the server, and needs the token from the file admin.token in"
              + " its data folder");
    }
    admin.require(shown);
    return AdminToken.ACTOR;
  }
}
