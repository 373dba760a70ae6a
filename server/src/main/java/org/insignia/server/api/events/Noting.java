package org.insignia.server.api.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.server.claims.ClaimDecided;
import org.insignia.server.issuing.CredentialIssued;
import org.insignia.server.issuing.CredentialStateChanged;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.held.ResultsDecided;
import org.insignia.server.results.held.ResultsHeld;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes what happens in the transaction in which it happens, all of one transaction in one
 * statement: a badge that was issued is told, one that was not is not, whatever breaks.
 */
@Component
class Noting {
  private final EventStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Noting(EventStore store, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void on(CredentialIssued issued) {
    note(EventType.ISSUED, issued.organisation(), issued.credential().value());
  }

  @EventListener
  void on(CredentialStateChanged changed) {
    note(
        switch (changed.state()) {
          case ISSUED -> EventType.REINSTATED;
          case REVOKED -> EventType.REVOKED;
          case SUSPENDED -> EventType.SUSPENDED;
          case REPLACED -> EventType.REPLACED;
        },
        changed.organisation(),
        changed.credential().value());
  }

  @EventListener
  void on(ClaimDecided decided) {
    note(
        switch (decided.state()) {
          case ACCEPTED -> EventType.ACCEPTED;
          case REJECTED -> EventType.REJECTED;
          case PENDING -> EventType.WAITING_AGAIN;
        },
        decided.organisation(),
        decided.credential().value());
  }

  @EventListener
  void on(ResultsHeld held) {
    held.results().forEach(r -> note(EventType.RESULT_HELD, held.organisation(), r.value()));
  }

  @EventListener
  void on(ResultsDecided decided) {
    var type =
        switch (decided.decision()) {
          case RELEASED -> EventType.RESULT_RELEASED;
          case DROPPED -> EventType.RESULT_DROPPED;
        };
    decided.results().forEach(r -> note(type, decided.organisation(), r.value()));
  }

  private void note(EventType type, OrganisationId organisation, UUID subject) {
    var happening = new Happening(Ids.next(), type, organisation, subject, clock.instant());
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("what happens outside a transaction cannot be noted with it");
    }
    TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Notes.class::isInstance)
        .map(Notes.class::cast)
        .findFirst()
        .orElseGet(this::fresh)
        .happenings
        .add(happening);
  }

  private Notes fresh() {
    var fresh = new Notes();
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  /** What one transaction did so far. */
  private final class Notes implements TransactionSynchronization {
    private final List<Happening> happenings = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      store.insert(happenings);
      events.publishEvent(new Noted(happenings));
    }
  }
}
