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
  private final MailQuotas quotas;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<Worker> sender;
  private final ObjectProvider<Worker> urgentSender;

  Outbox(
      OutboxStore store,
      MailQuotas quotas,
      ApplicationEventPublisher events,
      @Qualifier("mailWorker") ObjectProvider<Worker> sender,
      @Qualifier("urgentMailWorker") ObjectProvider<Worker> urgentSender) {
    this.store = store;
    this.quotas = quotas;
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
    store.queue(kind, List.of(ref), List.of(to), List.of());
    events.publishEvent(new Queued());
  }

  /**
   * As {@link #queue(String, UUID, EmailAddress)}, in the name of an organisation: it waits while
   * that one may send nothing ({@link MailGate}).
   */
  public void queue(String kind, UUID ref, EmailAddress to, UUID organisation) {
    queueAll(kind, List.of(ref), List.of(to), List.of(organisation));
  }

  /**
   * As the other for many, in one statement; the collections have the same size and order.
   *
   * @param organisations in whose names they go out
   */
  public void queueAll(
      String kind,
      Collection<UUID> refs,
      Collection<EmailAddress> to,
      Collection<UUID> organisations) {
    store.queue(kind, refs, to, organisations);
    events.publishEvent(new Queued());
  }

  /** Letters that are done keep no word of these mailboxes; those that wait are still sent. */
  public void forget(Collection<EmailAddress> mailboxes) {
    store.forget(mailboxes);
  }

  /** Queues a letter anew, whether or not it went out before; one that waits is left as it is. */
  public void queueAgain(String kind, UUID ref, EmailAddress to) {
    store.queueAgain(kind, ref, to, null);
    events.publishEvent(new Queued());
  }

  /** As the other, in the name of an organisation. */
  public void queueAgain(String kind, UUID ref, EmailAddress to, UUID organisation) {
    store.queueAgain(kind, ref, to, organisation);
    events.publishEvent(new Queued());
  }

  /** Lets letters go on that waited for this organisation, from this transaction on. */
  public void release(UUID organisation) {
    quotas.release(organisation);
    events.publishEvent(new Queued());
  }

  /** How many letters went out in the name of an organisation today (UTC). */
  public long sentToday(UUID organisation) {
    return quotas.sentToday(organisation);
  }

  /**
   * How many letters of an organisation wait for another day, or for its release.
   *
   * @param most beyond which it is not counted
   */
  public long heldBack(UUID organisation, int most) {
    return quotas.heldBack(organisation, most);
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
