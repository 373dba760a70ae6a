package org.insignia.server.platform.mail;

import java.time.Instant;
import java.util.List;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.jobs.Worker;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as whoever runs the server sees it: how much waits, what fails and why. */
@Component
public class MailQueue {
  private final MailQueueStore store;
  private final Audit audit;
  private final ObjectProvider<Worker> sender;

  MailQueue(
      MailQueueStore store, Audit audit, @Qualifier("mailWorker") ObjectProvider<Worker> sender) {
    this.store = store;
    this.audit = audit;
    this.sender = sender;
  }

  /**
   * How the outbox stands.
   *
   * @param waiting letters that are to be sent
   * @param failing those of them that were tried in vain
   * @param oldest since when the one that waits longest has been due; null where none waits
   * @param refused letters that a mail server refused for good, in the last 30 days
   * @param undeliverable mailboxes that are known to take no mail
   */
  public record Standing(
      long waiting, long failing, @Nullable Instant oldest, long refused, long undeliverable) {}

  /**
   * A letter that was tried in vain.
   *
   * @param domain of its recipient; the rest is nobody's business here
   * @param nextAt when it is tried again
   */
  public record Failing(String kind, String domain, int attempts, Instant nextAt, String problem) {}

  public Standing standing() {
    return store.standing();
  }

  /** Some of those that fail, the most tried first. */
  public List<Failing> failing(int limit) {
    return store.failing(limit);
  }

  /** Has all that fail tried again at once; how many. */
  @Transactional
  public int retry(String actor) {
    int again = store.retry();
    audit.record(actor, null, "mail.retry", "outbox", again + " letters");
    return again;
  }

  /** Begins with what is due, instead of within a second. */
  public void wake() {
    sender.getObject().wake();
  }
}
