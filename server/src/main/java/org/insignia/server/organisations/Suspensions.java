package org.insignia.server.organisations;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which organisations the operator stopped. Every question asks the database, on every node. */
@Component
public class Suspensions {
  /** The longest reason. */
  public static final int LONGEST_REASON = 500;

  private final SuspensionStore store;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Suspensions(SuspensionStore store, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** An organisation is open again; what waited for it goes on, from this transaction on. */
  public record Reopened(OrganisationId organisation) {}

  /** The suspension of an organisation; empty while it is open. */
  public Optional<Suspension> of(OrganisationId organisation) {
    return store.find(organisation);
  }

  /** Those of these that are suspended. */
  public Set<OrganisationId> among(Collection<OrganisationId> organisations) {
    return organisations.isEmpty() ? Set.of() : store.among(organisations);
  }

  /**
   * Lets pass only what an open organisation does.
   *
   * @throws Problem.Suspended with the operator's reason
   */
  public void requireOpen(OrganisationId organisation) {
    store
        .find(organisation)
        .ifPresent(suspension -> {
          throw new Problem.Suspended(suspension.why());
        });
  }

  /**
   * Stops an organisation, or changes why.
   *
   * @param why as its staff will read it; 1 to 500 characters
   */
  @Transactional
  public void suspend(String actor, OrganisationId organisation, String why) {
    if (why.isBlank() || why.length() > LONGEST_REASON) {
      throw new Problem.Invalid("why", "say why, in at most " + LONGEST_REASON + " characters");
    }
    store.set(organisation, why.strip(), clock.instant());
    record(actor, organisation, "organisations.suspend", why.strip());
  }

  /** Opens it again; nothing happens where it is open. */
  @Transactional
  public void reopen(String actor, OrganisationId organisation) {
    if (store.clear(organisation)) {
      record(actor, organisation, "organisations.reopen", "");
      events.publishEvent(new Reopened(organisation));
    }
  }

  private void record(String actor, OrganisationId organisation, String action, String detail) {
    audit.record(
        actor, organisation.value(), action, "organisation:" + organisation.value(), detail);
  }
}
