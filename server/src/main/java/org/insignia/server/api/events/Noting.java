package org.insignia.server.api.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.ClaimDecided;
import org.insignia.server.claims.VisibilityChanged;
import org.insignia.server.issuing.CredentialIssued;
import org.insignia.server.issuing.CredentialStateChanged;
import org.insignia.server.issuing.erasure.CredentialErased;
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
  void on(VisibilityChanged changed) {
    note(EventType.VISIBILITY_CHANGED, changed.organisation(), changed.credential().value());
  }

  @EventListener
  void on(CredentialErased erased) {
    erased.credentials().forEach(c -> note(EventType.ERASED, erased.organisation(), c.value()));
  }

  @EventListener
  void on(Achievements.Changed changed) {
    var type =
        switch (changed.change()) {
          case CREATED -> EventType.ACHIEVEMENT_CREATED;
          case CHANGED -> EventType.ACHIEVEMENT_CHANGED;
          case DELETED -> EventType.ACHIEVEMENT_DELETED;
        };
    var notes = notes();
    for (var id : changed.which()) {
      notes.addOnce(happening(type, changed.organisation(), id.value()));
    }
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
    notes().happenings.add(happening(type, organisation, subject));
  }

  private Happening happening(EventType type, OrganisationId organisation, UUID subject) {
    return new Happening(Ids.next(), type, organisation, subject, clock.instant());
  }

  private Notes notes() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("what happens outside a transaction cannot be noted with it");
    }
    return TransactionSynchronizationManager.getResource(this) instanceof Notes known
        ? known
        : fresh();
  }

  /** Known to the transaction's thread, for a transaction may have thousands to note. */
  private Notes fresh() {
    var fresh = new Notes();
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  /** What one transaction did so far. */
  private final class Notes implements TransactionSynchronization {
    private final List<Happening> happenings = new ArrayList<>();
    private final Set<UUID> changed = new HashSet<>();

    /** An achievement is made or changed in several steps: what follows its first is not news. */
    void addOnce(Happening happening) {
      if (changed.add(happening.subject()) || happening.type() == EventType.ACHIEVEMENT_DELETED) {
        happenings.add(happening);
      }
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Noting.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Noting.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResource(Noting.this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      store.insert(happenings);
      events.publishEvent(new Noted(happenings));
    }
  }
}
