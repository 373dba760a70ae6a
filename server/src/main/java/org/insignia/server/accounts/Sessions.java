package org.insignia.server.accounts;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The open sessions of people, on all nodes. */
@Component
final class Sessions {
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /** How many browsers a person is signed in with. */
  int count(PersonId person) {
    return sessions.findByPrincipalName(person.toString()).size();
  }

  /** Signs a person out everywhere. */
  void endAll(PersonId person) {
    sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
  }
}
