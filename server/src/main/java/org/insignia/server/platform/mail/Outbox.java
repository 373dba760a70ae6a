package org.insignia.server.platform.mail;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.insignia.server.platform.jobs.Worker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Letters waiting to be sent. A letter queued in a transaction goes out if, and only if, that
 * transaction commits.
 */
@Component
public class Outbox {
  private final OutboxStore store;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<Worker> sender;
  private final ObjectProvider<Worker> urgentSender;

  Outbox(
      OutboxStore store,
      ApplicationEventPublisher events,
      @Qualifier("mailWorker") ObjectProvider<Worker> sender,
      @Qualifier("urgentMailWorker") ObjectProvider<Worker> urgentSender) {
    this.store = store;
    this.events = events;
    this.sender = sender;
    this.urgentSender = urgentSender;
  }

  /**
   * Queues a letter; one already queued for the same kind and ref is left as it is.
   *
   * @param kind which {@link MailLetter} will write it
   * @param ref what it is about
   */
  public void queue(String kind, UUID ref, EmailAddress to) {
    store.queue(kind, List.of(ref), List.of(to));
    events.publishEvent(new Queued());
  }

  /**
   * As {@link #queue} for many, in one statement; the two collections have the same size and order.
   */
  public void queueAll(String kind, Collection<UUID> refs, Collection<EmailAddress> to) {
    store.queue(kind, refs, to);
    events.publishEvent(new Queued());
  }

  /** Letters that are done keep no word of these mailboxes; those that wait are still sent. */
  public void forget(Collection<EmailAddress> mailboxes) {
    store.forget(mailboxes);
  }

  /** Queues a letter anew, whether or not it went out before; one that waits is left as it is. */
  public void queueAgain(String kind, UUID ref, EmailAddress to) {
    store.queueAgain(kind, ref, to);
    events.publishEvent(new Queued());
  }

  /** What became of the letters about these, the latest first. */
  public List<Delivery> deliveries(Collection<UUID> refs) {
    return refs.isEmpty() ? List.of() : store.deliveries(refs);
  }

  /** Published in the transaction in which letters are queued. */
  record Queued() {}

  @TransactionalEventListener(fallbackExecution = true)
  void queued(Queued event) {
    sender.getObject().wake();
    urgentSender.getObject().wake();
  }
}
