package org.insignia.server.accounts.merge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Proof;
import org.springframework.stereotype.Component;

/** The other account, after this browser showed that it is its person's, too; for a while. */
@Component
final class OtherAccount {
  private static final String KEPT = "other-account";
  private static final String SENT = "merge-sent-to";

  private final Accounts accounts;
  private final Clock clock;

  private record Shown(PersonId person, Instant at) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  OtherAccount(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  void keep(PersonId person, HttpServletRequest request) {
    request.getSession(true).setAttribute(KEPT, new Shown(person, clock.instant()));
  }

  Optional<PersonId> proven(HttpServletRequest request) {
    return request.getSession(false) instanceof HttpSession session
            && session.getAttribute(KEPT) instanceof Shown shown
            && shown.at().plus(Proof.FRESH).isAfter(clock.instant())
        ? Optional.of(shown.person()).filter(p -> accounts.find(p).isPresent())
        : Optional.empty();
  }

  Optional<PersonId> take(HttpServletRequest request) {
    var person = proven(request);
    request.getSession(true).removeAttribute(KEPT);
    return person;
  }

  void sent(String to, HttpServletRequest request) {
    request.getSession(true).setAttribute(SENT, to);
  }

  String sentTo(HttpServletRequest request) {
    return request.getSession(false) instanceof HttpSession session
            && session.getAttribute(SENT) instanceof String to
        ? to
        : "";
  }
}
