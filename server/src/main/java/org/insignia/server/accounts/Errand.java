package org.insignia.server.accounts;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor was about to do when they had to sign in or up; kept in the session, so that
 * nothing of it stands in an address. The path is always one of ours.
 *
 * @param path where to go on after signing in
 * @param address the address they have to sign in or up with, if it must be this one
 * @param name the name they are known by, offered in the form
 * @param intent what {@link SignUpConfirmed} tells again
 */
public record Errand(
    String path, @Nullable String address, @Nullable String name, @Nullable UUID intent)
    implements Serializable {
  private static final String KEPT = "errand";

  /** Only to go on to a path. */
  public static Errand to(String path) {
    return new Errand(path, null, null, null);
  }

  /** Keeps it for the next sign-in or sign-up of this browser. */
  public void keepIn(HttpSession session) {
    session.setAttribute(KEPT, this);
  }

  /** The errand of this browser. */
  public static Optional<Errand> of(@Nullable HttpSession session) {
    return session != null && session.getAttribute(KEPT) instanceof Errand errand
        ? Optional.of(errand)
        : Optional.empty();
  }

  /** Where to go on, once; the dashboard if there was no errand. */
  public static String done(HttpSession session) {
    var path = of(session).map(Errand::path).orElse("/home");
    session.removeAttribute(KEPT);
    return path;
  }
}
