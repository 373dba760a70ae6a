package org.insignia.server.organisations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may do what in which organisation, and who runs the server. */
@Component
public class Members {
  private final MemberStore store;
  private final Suspensions suspensions;
  private final Allowances limits;
  private final Audit audit;

  Members(MemberStore store, Suspensions suspensions, Allowances limits, Audit audit) {
    this.store = store;
    this.suspensions = suspensions;
    this.limits = limits;
    this.audit = audit;
  }

  /** Gives a person a role, in place of the one held before. */
  @Transactional
  public void grant(String actor, UUID person, OrganisationId organisation, Role role) {
    store.put(person, organisation, role);
    audit.record(
        actor, organisation.value(), "organisations.grant", "person:" + person, "role " + role);
  }

  /** Makes a person an operator of the server: they see every organisation. */
  @Transactional
  public void makeOperator(String actor, UUID person) {
    store.putOperator(person);
    audit.record(actor, null, "organisations.operator", "person:" + person, "made operator");
  }

  /** Whether anybody runs the server yet. */
  public boolean hasOperator() {
    return store.hasOperator();
  }

  /** Whether this person runs the server. */
  public boolean isOperator(UUID person) {
    return store.isOperator(person);
  }

  /** Those who run the server, in no further order. */
  public List<UUID> operators() {
    return store.operators();
  }

  /** The role of a person; an operator is owner everywhere. */
  public Optional<Role> roleOf(UUID person, OrganisationId organisation) {
    return store.isOperator(person) ? Optional.of(Role.OWNER) : store.find(person, organisation);
  }

  /**
   * The organisation, a person's role in it, and whether it is suspended.
   *
   * @param person null for nobody
   * @throws Problem.NotFound if there is no such organisation
   */
  public Standing standing(@Nullable UUID person, OrganisationId organisation) {
    return store
        .standing(person, organisation)
        .orElseThrow(() -> new Problem.NotFound("organisation " + organisation.value()));
  }

  /** The role that was given to a person here; that of an operator is none. */
  public Optional<Role> heldBy(UUID person, OrganisationId organisation) {
    return store.find(person, organisation);
  }

  /** Everybody who was given a role here. */
  public Map<UUID, Role> of(OrganisationId organisation) {
    return store.of(organisation);
  }

  /** Whether nobody else owns this organisation; until the transaction ends nobody else leaves. */
  public boolean isOnlyOwner(UUID person, OrganisationId organisation) {
    return store.lockedOwners(organisation).equals(List.of(person));
  }

  /** Takes away the role of a person; the database refuses to take the last owner's. */
  @Transactional
  public void revoke(String actor, UUID person, OrganisationId organisation) {
    store.remove(person, organisation);
    audit.record(
        actor, organisation.value(), "organisations.revoke", "person:" + person, "role taken away");
  }

  /** An organisation that somebody may work for, and as what. */
  public record Workplace(Organisation organisation, Role role) {}

  /**
   * Some of the organisations in which this person has a role, by name; an operator has one
   * everywhere.
   */
  public List<Workplace> workplaces(UUID person, int skip, int limit) {
    return store.workplaces(person, skip, limit);
  }

  /**
   * Whether one more may work here.
   *
   * @throws Problem.Conflict where there are as many as the operator allows
   */
  public void requirePlace(OrganisationId organisation) {
    int most = limits.of(organisation, Limit.MEMBERS);
    if (store.of(organisation).size() >= most) {
      throw new Problem.Conflict(
          "this organisation has at most " + most + " members; ask the operator for more");
    }
  }

  /** Whether this person has a role in any organisation. */
  public boolean worksSomewhere(UUID person) {
    return store.worksSomewhere(person);
  }

  /** The people who lead an organisation: owners, then administrators, in no further order. */
  public List<UUID> leading(OrganisationId organisation) {
    return store.leading(organisation);
  }

  /**
   * Lets pass only those with at least this role.
   *
   * @throws Problem.NotFound for strangers, who may not learn that the organisation has such a page
   * @throws Problem.Forbidden for members with a lesser role
   * @throws Problem.Suspended for members of an organisation that the operator stopped; operators
   *     pass
   */
  public void require(UUID person, OrganisationId organisation, Role needed) {
    var role =
        roleOf(person, organisation)
            .orElseThrow(() -> new Problem.NotFound("nothing here for you"));
    if (!role.includes(needed)) {
      throw new Problem.Forbidden(
          "this needs the role " + needed.name().toLowerCase(java.util.Locale.ROOT));
    }
    if (!store.isOperator(person)) {
      suspensions.requireOpen(organisation);
    }
  }
}
