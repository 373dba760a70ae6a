package org.insignia.server.accounts.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.insignia.server.accounts.Errand;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * A form that is refused because its session has ended is kept, and its person asked to sign in.
 * Only one that our own page sent: the browser says so, and no other site can make it.
 */
@Component
final class EndedSessions implements AccessDeniedHandler {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException, ServletException {
    var kept =
        isOurs(request, refused) ? KeptForm.of(request) : java.util.Optional.<KeptForm>empty();
    if (kept.isEmpty()) {
      otherwise.handle(request, response, refused);
      return;
    }
    var session = request.getSession(true);
    kept.get().keepIn(session);
    Errand.to("/again").keepIn(session);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/sign-in");
  }

  private static boolean isOurs(HttpServletRequest request, AccessDeniedException refused) {
    var type = request.getContentType();
    return refused instanceof CsrfException
        && Door.person().isEmpty()
        && "POST".equals(request.getMethod())
        && "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && !request.getRequestURI().startsWith("/sign-")
        && type != null
        && type.startsWith(FORM);
  }
}
