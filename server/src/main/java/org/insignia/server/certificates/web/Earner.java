package org.insignia.server.certificates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.web.servlet.ModelAndView;

/** Who is signed in, as these pages ask. */
final class Earner {
  private Earner() {}

  static Optional<PersonId> in(Shell shell) {
    return Optional.ofNullable(shell.viewer()).map(viewer -> new PersonId(viewer.id()));
  }

  /** Who is signed in; for everybody else there is nothing here. */
  static PersonId me(Shell shell) {
    return in(shell).orElseThrow(() -> new Problem.NotFound("nothing here for you"));
  }

  /** Asks to sign in and to come back to this path then. */
  static ModelAndView signInFirst(String path, HttpServletRequest request, Shell shell) {
    Errand.to(path).keepIn(request.getSession(true));
    return SeeOther.at(shell.link("/sign-in"));
  }
}
