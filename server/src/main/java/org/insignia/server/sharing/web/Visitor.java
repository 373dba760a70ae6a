package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.web.servlet.ModelAndView;

/** Who is looking, as the pages of this feature ask. */
public final class Visitor {
  private Visitor() {}

  /** The person who is signed in; empty for a stranger. */
  public static Optional<PersonId> of(Shell shell) {
    return Optional.ofNullable(shell.viewer()).map(viewer -> new PersonId(viewer.id()));
  }

  /** The person who is signed in, where a form was sent that only such a person is shown. */
  public static PersonId me(Shell shell) {
    return of(shell).orElseThrow(() -> new Problem.Forbidden("sign in first"));
  }

  /** Asks to sign in and to come back to this path then. */
  public static ModelAndView signInFirst(String path, HttpServletRequest request, Shell shell) {
    Errand.to(path).keepIn(request.getSession(true));
    return SeeOther.at(shell.link("/sign-in"));
  }
}
