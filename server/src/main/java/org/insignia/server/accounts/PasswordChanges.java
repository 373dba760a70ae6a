package org.insignia.server.accounts;

import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.platform.attempts.Attempts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new password by the present one, and signing out everywhere. */
@Service
public class PasswordChanges {
  private final Accounts accounts;
  private final PersonStore people;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Sessions sessions;
  private final DeviceStore devices;

  PasswordChanges(
      Accounts accounts,
      PersonStore people,
      Passwords passwords,
      Attempts attempts,
      Sessions sessions,
      DeviceStore devices) {
    this.accounts = accounts;
    this.people = people;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
    this.devices = devices;
  }

  /** The principal with the person's present name and language, to renew a session with. */
  public SignedIn principal(PersonId person) {
    return SignedIn.of(accounts.person(person));
  }

  /**
   * Sets a new password if the present one is right, and ends all sessions; false if it was wrong
   * or tried too often.
   */
  @Transactional
  public boolean changePassword(PersonId person, String present, String chosen) {
    var subject = Attempts.subject("change-password", person.toString());
    if (attempts.count(subject, SignIns.ACCOUNT).isPresent()
        || !people
            .passwordHash(person)
            .filter(hash -> passwords.matches(present, hash))
            .isPresent()) {
      return false;
    }
    attempts.forget(subject);
    people.changePassword(person, passwords.hash(chosen));
    signOutEverywhere(person);
    return true;
  }

  /** Ends all sessions of a person, this one included. */
  @Transactional
  public void signOutEverywhere(PersonId person) {
    devices.forgetAllOf(person);
    sessions.endAll(person);
  }

  /** How many browsers a person is signed in with. */
  public int openSessions(PersonId person) {
    return sessions.count(person);
  }
}
