package org.insignia.server.claims;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds which badge, and who may see it. A badge can be accepted only by the person who proved
 * that the mailbox it was offered to is theirs, and once: the database decides between two who try.
 */
@Service
public class Claims {
  private final ClaimStore store;
  private final Accounts accounts;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Claims(
      ClaimStore store,
      Accounts accounts,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.events = events;
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** The claim of a credential; empty until its earner was told of it. */
  public Optional<Claim> of(CredentialId credential) {
    return store.find(credential);
  }

  /** As {@link #of(CredentialId)} for many, in no order. */
  public List<Claim> of(Collection<CredentialId> credentials) {
    return store.find(credentials);
  }

  /** What waits for a person under any of their proven mailboxes, latest first. */
  public List<Claim> waitingFor(PersonId person) {
    return store.offered(accounts.verifiedAddresses(person), State.PENDING);
  }

  /** What waits for whoever reads this mailbox, latest first. */
  public List<Claim> waitingAt(EmailAddress address) {
    return store.offered(List.of(address), State.PENDING);
  }

  /** What a person rejected and may take back. */
  public List<Claim> rejectedBy(PersonId person) {
    return store.offered(accounts.verifiedAddresses(person), State.REJECTED);
  }

  /** What a person accepted, latest first, public and private. */
  public List<Claim> held(PersonId person) {
    return store.held(person);
  }

  /** What an organisation offered, latest first: for its staff. */
  public List<Claim> offeredBy(OrganisationId organisation, Offers which) {
    return store.offeredBy(organisation, which);
  }

  /**
   * What was rejected of an organisation's badges, the latest badge first.
   *
   * @param before the last one of the page before; empty for the first
   */
  public List<CredentialId> rejected(
      OrganisationId organisation, Optional<CredentialId> before, int limit) {
    return store.rejected(organisation, before.orElse(null), limit);
  }

  /** To whom the latest offers went that nobody has answered, each mailbox once. */
  public List<EmailAddress> latestUndecided(OrganisationId organisation, int offers) {
    return store.latestUndecided(organisation, offers);
  }

  /** Whether everybody may see the badge: accepted, and not private. */
  public boolean publiclyVisible(CredentialId credential) {
    return store.find(credential).filter(Claim::isPublic).isPresent();
  }

  /** Whether this badge was offered to one of the person's proven mailboxes. */
  public boolean isOfferedTo(PersonId person, Claim claim) {
    return accounts.verifiedAddresses(person).contains(claim.recipient());
  }

  /**
   * Takes possession. Accepting again what one holds changes nothing.
   *
   * @throws Problem.Forbidden if it was offered to a mailbox that is not proven to be this person's
   * @throws Problem.Conflict if it was rejected, or somebody else holds it
   */
  @Transactional
  public void accept(PersonId person, CredentialId credential, Visibility visibility) {
    var mailboxes = accounts.verifiedAddresses(person);
    if (store.accept(credential, person, mailboxes, visibility, clock.instant())) {
      record(person, "claims.accept", credential);
      decided(credential, State.ACCEPTED);
      return;
    }
    var claim = required(credential);
    if (claim.state() == State.ACCEPTED && person.equals(claim.owner())) {
      return;
    }
    if (!mailboxes.contains(claim.recipient())) {
      throw new Problem.Forbidden(
          "this badge was sent to an address that is not confirmed for this account");
    }
    throw new Problem.Conflict(
        "this badge is " + claim.state().name().toLowerCase(java.util.Locale.ROOT) + " already");
  }

  /** Takes possession of those of these that still wait for the person. */
  @Transactional
  public void acceptAll(
      PersonId person, Collection<CredentialId> credentials, Visibility visibility) {
    var mailboxes = accounts.verifiedAddresses(person);
    for (var credential : credentials) {
      if (store.accept(credential, person, mailboxes, visibility, clock.instant())) {
        record(person, "claims.accept", credential);
        decided(credential, State.ACCEPTED);
      }
    }
  }

  /**
   * Takes possession for somebody who wants every badge without being asked, in the caller's
   * transaction; false if it is decided already.
   */
  boolean acceptUnasked(
      PersonId person, CredentialId credential, EmailAddress recipient, Visibility visibility) {
    boolean accepted =
        store.accept(credential, person, List.of(recipient), visibility, clock.instant());
    if (accepted) {
      audit.record(
          "worker:announcing",
          null,
          "claims.auto-accept",
          "credential:" + credential.value(),
          "person:" + person);
      decided(credential, State.ACCEPTED);
    }
    return accepted;
  }

  /** Declines what waits; it can be taken back. */
  @Transactional
  public void reject(PersonId person, CredentialId credential) {
    offered(person, credential);
    if (store.move(credential, State.PENDING, State.REJECTED, clock.instant())) {
      record(person, "claims.reject", credential);
      decided(credential, State.REJECTED);
    }
  }

  /** Makes a rejected badge wait again. */
  @Transactional
  public void takeBack(PersonId person, CredentialId credential) {
    offered(person, credential);
    if (store.move(credential, State.REJECTED, State.PENDING, clock.instant())) {
      record(person, "claims.take-back", credential);
      decided(credential, State.PENDING);
    }
  }

  /** Shows or hides a badge that one holds. */
  @Transactional
  public void show(PersonId person, CredentialId credential, Visibility visibility) {
    var before = required(credential);
    if (!store.setVisibility(credential, person, visibility)) {
      throw new Problem.NotFound("badge " + credential.value());
    }
    record(person, "claims." + visibility.name().toLowerCase(java.util.Locale.ROOT), credential);
    if (before.visibility() != visibility) {
      events.publishEvent(new VisibilityChanged(credential, before.organisation()));
    }
  }

  private void decided(CredentialId credential, State state) {
    events.publishEvent(new ClaimDecided(credential, required(credential).organisation(), state));
  }

  private void offered(PersonId person, CredentialId credential) {
    if (!isOfferedTo(person, required(credential))) {
      throw new Problem.NotFound("badge " + credential.value());
    }
  }

  private Claim required(CredentialId credential) {
    return store
        .find(credential)
        .orElseThrow(() -> new Problem.NotFound("badge " + credential.value()));
  }

  private void record(PersonId person, String action, CredentialId credential) {
    audit.record("person:" + person, null, action, "credential:" + credential.value(), "");
  }
}
