package org.insignia.server.organisations.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking people to work for an organisation. Only who has confirmed the address that was asked may
 * agree, so a forwarded or leaked mail is worth nothing to anybody else.
 */
@Service
public class Invitations {
  /** How long there is to agree. */
  static final Duration OPEN = Duration.ofDays(14);

  /** Letters of one organisation, so that nobody makes it a machine that writes to strangers. */
  private static final Attempts.Rule LETTERS =
      Attempts.Rule.easing(50, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofDays(1));

  private final InvitationStore store;
  private final Members members;
  private final Accounts accounts;
  private final Attempts attempts;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      InvitationStore store,
      Members members,
      Accounts accounts,
      Attempts attempts,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.members = members;
    this.accounts = accounts;
    this.attempts = attempts;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks somebody by mail, in place of an earlier invitation of the same mailbox.
   *
   * @param language of the letter, unless the address belongs to an account
   * @return false if whoever has the address works for the organisation already
   * @throws Problem.TooMany after too many letters
   */
  @Transactional
  public boolean invite(
      PersonId by, Organisation organisation, EmailAddress address, Role role, Language language) {
    boolean member =
        accounts
            .ownerOf(address)
            .flatMap(owner -> members.heldBy(owner.value(), organisation.id()))
            .isPresent();
    if (member) {
      return false;
    }
    members.requirePlace(organisation.id());
    attempts
        .count(Attempts.subject("invitations", organisation.id().value().toString()), LETTERS)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "too many invitations of this organisation");
        });
    var now = clock.instant();
    var invitation =
        new Invitation(Ids.next(), organisation.id(), address, role, by, language, now.plus(OPEN));
    store.put(invitation, now);
    outbox.queue(JoinLetter.KIND, invitation.id(), address, organisation.id().value());
    note("person:" + by.value(), invitation, "organisations.invite", "as " + role);
    return true;
  }

  /** Those of an organisation that wait for an answer, latest first. */
  public List<Invitation> of(Organisation organisation) {
    return store.of(organisation.id(), clock.instant());
  }

  /** Takes one back; nothing happens if it has ended. */
  @Transactional
  public void withdraw(PersonId by, Organisation organisation, UUID id) {
    store
        .take(id, clock.instant())
        .filter(i -> i.organisation().equals(organisation.id()))
        .ifPresent(invitation -> {
          store.remove(id);
          note("person:" + by.value(), invitation, "organisations.uninvite", "withdrawn");
        });
  }

  /** The one of this id, if it waits and was sent to an address that this person confirmed. */
  Optional<Invitation> find(PersonId person, UUID id) {
    return store
        .find(id, clock.instant())
        .filter(i -> accounts.verifiedAddresses(person).contains(i.address()));
  }

  /** What waits for this person, each with the id under {@code /invitations/}. */
  public List<Waiting> waitingFor(PersonId person) {
    return store.to(accounts.verifiedAddresses(person), clock.instant()).stream()
        .map(i -> new Waiting(i.id(), i.organisation()))
        .toList();
  }

  /** An invitation as others may know it. */
  public record Waiting(UUID id, OrganisationId organisation) {}

  /**
   * Agrees. A greater role that the person has by now stays.
   *
   * @throws Problem.NotFound if it ended or is another's
   */
  @Transactional
  void accept(PersonId person, UUID id) {
    var invitation = taken(person, id);
    var held = members.heldBy(person.value(), invitation.organisation());
    if (held.isEmpty()) {
      members.requirePlace(invitation.organisation());
    }
    if (held.filter(role -> role.includes(invitation.role())).isEmpty()) {
      members.grant(
          "person:" + person.value(), person.value(), invitation.organisation(), invitation.role());
    }
    store.remove(id);
  }

  /**
   * Says no.
   *
   * @throws Problem.NotFound if it ended or is another's
   */
  @Transactional
  void decline(PersonId person, UUID id) {
    var invitation = taken(person, id);
    store.remove(id);
    note("person:" + person.value(), invitation, "organisations.uninvite", "declined");
  }

  private Invitation taken(PersonId person, UUID id) {
    return store
        .take(id, clock.instant())
        .filter(i -> accounts.verifiedAddresses(person).contains(i.address()))
        .orElseThrow(() -> new Problem.NotFound("invitation " + id));
  }

  @EventListener
  void erased(AccountErased event) {
    store.removeTo(accounts.verifiedAddresses(event.person()));
  }

  private void note(String actor, Invitation invitation, String action, String detail) {
    audit.record(
        actor, invitation.organisation().value(), action, "invitation:" + invitation.id(), detail);
  }
}
