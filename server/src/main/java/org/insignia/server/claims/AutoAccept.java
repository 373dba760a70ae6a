package org.insignia.server.claims;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who want every badge of theirs without being asked. Off unless they say so; it counts for
 * what is offered from then on, and what waits already is theirs to accept.
 */
@Service
public class AutoAccept {
  private final AutoAcceptStore store;
  private final Claims claims;
  private final Credentials credentials;
  private final Audit audit;
  private final Clock clock;

  AutoAccept(
      AutoAcceptStore store, Claims claims, Credentials credentials, Audit audit, Clock clock) {
    this.store = store;
    this.claims = claims;
    this.credentials = credentials;
    this.audit = audit;
    this.clock = clock;
  }

  /** How a person wants badges shown that are accepted for them; empty where it is off. */
  public Optional<Visibility> of(PersonId person) {
    return Optional.ofNullable(of(List.of(person)).get(person));
  }

  /** As {@link #of} for many; those for whom it is off are left out. */
  Map<PersonId, Visibility> of(Collection<PersonId> people) {
    return people.isEmpty() ? Map.of() : store.find(people);
  }

  /** Turns it on, or changes how badges are shown from now on. */
  @Transactional
  public void turnOn(PersonId person, Visibility visibility) {
    store.put(person, visibility, clock.instant());
    record(person, "claims.auto-accept-on", visibility.name().toLowerCase(Locale.ROOT));
  }

  /** Turns it off: badges wait again. */
  @Transactional
  public void turnOff(PersonId person) {
    if (store.delete(person)) {
      record(person, "claims.auto-accept-off", "");
    }
  }

  /** What waits for a person and is in force, or may be again. */
  public List<CredentialId> waiting(PersonId person) {
    var ids = claims.waitingFor(person).stream().map(Claim::credential).toList();
    return credentials.find(ids).stream()
        .filter(c -> c.state() == State.ISSUED || c.state() == State.SUSPENDED)
        .map(Credential::id)
        .toList();
  }

  /** Accepts all that waits now; what that was. */
  @Transactional
  public List<CredentialId> acceptWaiting(PersonId person, Visibility visibility) {
    var waiting = waiting(person);
    claims.acceptAll(person, waiting, visibility);
    return waiting;
  }

  private void record(PersonId person, String action, String detail) {
    audit.record("person:" + person, null, action, "person:" + person, detail);
  }
}
