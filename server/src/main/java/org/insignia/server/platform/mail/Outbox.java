package org.insignia.server.platform.mail;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.insignia.server.platform.jobs.Worker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Letters waiting to be sent. A letter queued in a transaction goes out if, and only if, that
 * transaction commits.
 */
@Component
public final class Outbox {
  private final OutboxStore store;
  private final ObjectProvider<Worker> sender;

  Outbox(OutboxStore store, @Qualifier("mailWorker") ObjectProvider<Worker> sender) {
    this.store = store;
    this.sender = sender;
  }

  /**
   * Queues a letter; one already queued for the same kind and ref is left as it is.
   *
   * @param kind which {@link MailLetter} will write it
   * @param ref what it is about
   */
  public void queue(String kind, UUID ref, EmailAddress to) {
    store.queue(kind, List.of(ref), List.of(to));
    wakeAfterCommit();
  }

  /**
   * As {@link #queue} for many, in one statement; the two collections have the same size and order.
   */
  public void queueAll(String kind, Collection<UUID> refs, Collection<EmailAddress> to) {
    store.queue(kind, refs, to);
    wakeAfterCommit();
  }

  /** Letters that are done keep no word of these mailboxes; those that wait are still sent. */
  public void forget(Collection<EmailAddress> mailboxes) {
    store.forget(mailboxes);
  }

  private void wakeAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      sender.getObject().wake();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            sender.getObject().wake();
          }
        });
  }
}
