package org.insignia.server.transcripts.opening;

import java.time.Duration;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.transcripts.guard.Guard;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareLocked;
import org.insignia.server.transcripts.share.Shares;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells an earner by mail when many wrong codes were tried at a share. Who guesses cannot notice:
 * the mark is set in the same way for transcripts that do not exist, and looked at in the
 * background.
 */
@Component
class Alarms {
  /** So many in a row are no typing mistakes. */
  static final int MANY = 5;

  private static final Duration QUIET = Duration.ofHours(24);
  private static final int AT_ONCE = 20;

  private final AlarmStore store;
  private final Shares shares;
  private final Guard guard;
  private final Accounts accounts;
  private final Outbox outbox;
  private final TransactionTemplate transaction;

  Alarms(
      AlarmStore store,
      Shares shares,
      Guard guard,
      Accounts accounts,
      Outbox outbox,
      TransactionTemplate transaction) {
    this.store = store;
    this.shares = shares;
    this.guard = guard;
    this.accounts = accounts;
    this.outbox = outbox;
    this.transaction = transaction;
  }

  /** A try that was counted under this subject was wrong. */
  void wrong(String subject) {
    store.mark(subject, MANY);
  }

  /** Looks at some that are due; true if there were any. */
  boolean once() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var due = store.take(AT_ONCE);
          due.forEach(this::look);
          return !due.isEmpty();
        }));
  }

  private void look(String subject) {
    shares
        .findCountedUnder(subject)
        .filter(share -> shares.tell(share, QUIET))
        .ifPresent(this::tell);
  }

  private void tell(Share share) {
    accounts.verifiedAddresses(share.person()).stream()
        .findFirst()
        .ifPresent(to -> outbox.queueAgain(AlarmLetter.KIND, share.id(), to));
  }

  /** Another code, another count: the wrong tries were at the earlier one. */
  @EventListener
  void startOver(ShareLocked locked) {
    guard.startOver(locked.share().transcript().countedUnder());
  }

  /** How many codes in a row were wrong at this share. */
  int inARow(Share share) {
    return guard.inARow(share.transcript().countedUnder());
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    Worker transcriptAlarmsWorker(Alarms alarms) {
      return new Worker("transcript-alarms", alarms::once);
    }
  }
}
