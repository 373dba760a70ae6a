package org.insignia.server.claims.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** Who is signed in, as these pages ask. */
final class Earner {
  private Earner() {}

  static Optional<PersonId> in(Shell shell) {
    return Optional.ofNullable(shell.viewer()).map(viewer -> new PersonId(viewer.id()));
  }

  static @Nullable String name(Shell shell) {
    var viewer = shell.viewer();
    return viewer == null ? null : viewer.displayName();
  }

  /** Where one goes on: home, or to where a wallet can fetch the badge, by the button pressed. */
  static String afterAccepting(CredentialId badge, HttpServletRequest request) {
    return "wallet".equals(request.getParameter("then"))
        ? "/badges/" + badge.value() + "/wallet"
        : "/home?accepted=" + badge.value();
  }

  /** Asks to sign in and to come back to this path then. */
  static ModelAndView signInFirst(String path, HttpServletRequest request, Shell shell) {
    Errand.to(path).keepIn(request.getSession(true));
    return SeeOther.at(shell.link("/sign-in"));
  }
}
