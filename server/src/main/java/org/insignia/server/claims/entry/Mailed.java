package org.insignia.server.claims.entry;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.web.servlet.ModelAndView;

/** Tells the browser that asked for a link to look into the mailbox; kept in the session, once. */
public final class Mailed {
  private static final String ASKED = "entry-asked";

  private Mailed() {}

  /** Goes on to the page that says that a letter is on its way, if anything is. */
  public static ModelAndView note(EmailAddress address, HttpServletRequest request, Shell shell) {
    request.getSession(true).setAttribute(ASKED, address.value());
    return SeeOther.at(shell.link("/find-badges"));
  }

  /** The address it was asked for just now; empty where it was not. */
  static String noted(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ASKED) instanceof String address)) {
      return "";
    }
    session.removeAttribute(ASKED);
    return address;
  }
}
