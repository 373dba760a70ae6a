package org.insignia.server.api.webhooks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.api.webhooks.DeliveryStore.Note;
import org.insignia.server.claims.ClaimDecided;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.CredentialIssued;
import org.insignia.server.issuing.CredentialStateChanged;
import org.insignia.server.platform.ids.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes what happens to badges in the transaction in which it happens, all of one transaction in
 * one statement: a badge that was issued is told, one that was not is not, whatever breaks.
 */
@Component
class Happenings {
  private final DeliveryStore store;
  private final Clock clock;

  Happenings(DeliveryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @EventListener
  void on(CredentialIssued issued) {
    note(EventType.ISSUED, issued.credential());
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
        changed.credential());
  }

  @EventListener
  void on(ClaimDecided decided) {
    note(
        switch (decided.state()) {
          case ACCEPTED -> EventType.ACCEPTED;
          case REJECTED -> EventType.REJECTED;
          case PENDING -> EventType.WAITING_AGAIN;
        },
        decided.credential());
  }

  private void note(EventType type, CredentialId credential) {
    var note = new Note(Ids.next(), type, credential, clock.instant());
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      store.note(List.of(note));
      return;
    }
    var open =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .filter(Notes.class::isInstance)
            .map(Notes.class::cast)
            .findFirst()
            .orElseGet(() -> {
              var fresh = new Notes();
              TransactionSynchronizationManager.registerSynchronization(fresh);
              return fresh;
            });
    open.notes.add(note);
  }

  /** What one transaction did so far. */
  private final class Notes implements TransactionSynchronization {
    private final List<Note> notes = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      store.note(notes);
    }
  }
}
