package org.insignia.server.accounts.session;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * The open sessions of people, on all nodes. Where a browser stands is not kept: an address says
 * little to its owner and much to everybody else.
 */
@Component
public final class Sessions {
  private static final String BROWSER = "browser";
  private static final String SINCE = "signed-in-at";

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  /**
   * A browser that somebody is signed in with.
   *
   * @param handle names it on a page; not the session's id, which is a secret
   * @param browser program and system, for example {@code Firefox, Linux}; empty if it does not say
   * @param here whether it is the one that asks
   */
  public record Open(
      String handle, String browser, Instant startedAt, Instant lastUsedAt, boolean here) {}

  Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /** Notes what is shown of a session that begins. */
  public static void note(HttpSession session, @Nullable String userAgent, Instant now) {
    session.setAttribute(BROWSER, BrowserName.of(userAgent));
    session.setAttribute(SINCE, now);
  }

  /**
   * The browsers a person is signed in with, this one first, then the one used last.
   *
   * @param here id of the session that asks
   */
  public List<Open> of(PersonId person, String here) {
    return sessions.findByPrincipalName(person.toString()).values().stream()
        .map(s -> open(s, here))
        .sorted(Comparator.comparing(Open::here).thenComparing(Open::lastUsedAt).reversed())
        .toList();
  }

  /** The browsers a person is signed in with, for who asks without one: the one used last first. */
  public List<Open> of(PersonId person) {
    return of(person, "");
  }

  private static Open open(Session session, String here) {
    String browser = session.getAttribute(BROWSER);
    Instant since = session.getAttribute(SINCE);
    return new Open(
        handle(session.getId()),
        browser == null ? "" : browser,
        since == null ? session.getCreationTime() : since,
        session.getLastAccessedTime(),
        session.getId().equals(here));
  }

  private static String handle(String id) {
    return SecretToken.sha256(id).substring(0, 32);
  }

  /** Signs one browser of this person out, nobody else's; false where there is none. */
  public boolean end(PersonId person, String handle) {
    var meant =
        sessions.findByPrincipalName(person.toString()).keySet().stream()
            .filter(id -> handle(id).equals(handle))
            .toList();
    meant.forEach(sessions::deleteById);
    return !meant.isEmpty();
  }

  /** Signs a person out everywhere. */
  public void endAll(PersonId person) {
    sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
  }

  /** Signs a person out everywhere but here. */
  public void endOthers(PersonId person, String here) {
    sessions.findByPrincipalName(person.toString()).keySet().stream()
        .filter(id -> !id.equals(here))
        .toList()
        .forEach(sessions::deleteById);
  }
}
