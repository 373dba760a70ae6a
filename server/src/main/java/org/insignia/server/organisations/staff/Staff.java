package org.insignia.server.organisations.staff;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works for an organisation. Administrators decide about all but owners; owners about
 * everybody; whoever is the only owner stays one.
 */
@Service
public class Staff {
  private final Members members;
  private final Accounts accounts;

  Staff(Members members, Accounts accounts) {
    this.members = members;
    this.accounts = accounts;
  }

  /**
   * A member.
   *
   * @param address where mail to this person goes
   */
  public record Colleague(UUID person, String name, String address, Role role) {}

  /** Everybody, owners first, then by name. */
  public List<Colleague> of(Organisation organisation) {
    return members.of(organisation.id()).entrySet().stream()
        .map(e -> colleague(new PersonId(e.getKey()), e.getValue()))
        .sorted(
            Comparator.comparing(Colleague::role)
                .reversed()
                .thenComparing(Colleague::name)
                .thenComparing(Colleague::person))
        .toList();
  }

  private Colleague colleague(PersonId id, Role role) {
    var address = accounts.verifiedAddresses(id).stream().findFirst();
    return new Colleague(
        id.value(), accounts.person(id).name(), address.map(a -> a.value()).orElse(""), role);
  }

  /** What became of a change. */
  public enum Outcome {
    DONE,
    ONLY_OWNER
  }

  /**
   * Gives a member another role.
   *
   * @throws Problem.NotFound if this person does not work there
   * @throws Problem.Forbidden if that is not the actor's to decide
   */
  @Transactional
  public Outcome change(PersonId actor, Organisation organisation, UUID person, Role role) {
    var held = held(organisation, person);
    requireSayOver(actor, organisation, held);
    requireSayOver(actor, organisation, role);
    if (held == role) {
      return Outcome.DONE;
    }
    if (held == Role.OWNER && members.isOnlyOwner(person, organisation.id())) {
      return Outcome.ONLY_OWNER;
    }
    members.grant("person:" + actor.value(), person, organisation.id(), role);
    return Outcome.DONE;
  }

  /**
   * Takes a member's role away; anybody may leave.
   *
   * @throws Problem.NotFound if this person does not work there
   * @throws Problem.Forbidden if that is not the actor's to decide
   */
  @Transactional
  public Outcome remove(PersonId actor, Organisation organisation, UUID person) {
    var held = held(organisation, person);
    if (!person.equals(actor.value())) {
      requireSayOver(actor, organisation, held);
    }
    if (held == Role.OWNER && members.isOnlyOwner(person, organisation.id())) {
      return Outcome.ONLY_OWNER;
    }
    members.revoke("person:" + actor.value(), person, organisation.id());
    return Outcome.DONE;
  }

  /**
   * Lets pass only those who decide about this role.
   *
   * @throws Problem.Forbidden otherwise
   */
  public void requireSayOver(PersonId actor, Organisation organisation, Role role) {
    members.require(actor.value(), organisation.id(), role == Role.OWNER ? Role.OWNER : Role.ADMIN);
  }

  private Role held(Organisation organisation, UUID person) {
    return members
        .heldBy(person, organisation.id())
        .orElseThrow(() -> new Problem.NotFound("no such member"));
  }
}
