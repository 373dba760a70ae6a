package org.insignia.server.accounts;

import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.accounts.session.Sessions;
import org.insignia.server.platform.attempts.Attempts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The password of somebody who is signed in: asked for again, and changed. */
@Service
public class PasswordChanges {
  private final PersonStore people;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Sessions sessions;
  private final DeviceStore devices;
  private final ApplicationEventPublisher events;

  PasswordChanges(
      PersonStore people,
      Passwords passwords,
      Attempts attempts,
      Sessions sessions,
      DeviceStore devices,
      ApplicationEventPublisher events) {
    this.people = people;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.devices = devices;
    this.events = events;
  }

  /** Whether this person signs in with a password at all. */
  public boolean hasPassword(PersonId person) {
    return people.passwordHash(person).isPresent();
  }

  /** Whether this is the person's password; false also after too many tries. */
  public boolean isRight(PersonId person, String password) {
    var subject = Attempts.subject("change-password", person.toString());
    if (attempts.count(subject, SignIns.ACCOUNT).isPresent()
        || people.passwordHash(person).filter(h -> passwords.matches(password, h)).isEmpty()) {
      return false;
    }
    attempts.forget(subject);
    return true;
  }

  /**
   * Sets a password, and ends all sessions but the one that did it. Whoever calls this was shown
   * that it is the person.
   *
   * @param here id of the session that stays
   */
  @Transactional
  public void set(PersonId person, String chosen, String here) {
    people.changePassword(person, passwords.hash(chosen));
    devices.forgetAllOf(person);
    sessions.endOthers(person, here);
    events.publishEvent(new SafetyChanged(person, What.PASSWORD_CHANGED, ""));
  }

  /** Ends all sessions of a person, this one included. */
  @Transactional
  public void signOutEverywhere(PersonId person) {
    devices.forgetAllOf(person);
    sessions.endAll(person);
  }
}
