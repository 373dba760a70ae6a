package org.insignia.server.claims.reminders;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mailboxes that want no reminders. Who reads the mailbox decides, by a link in each reminder. */
@Service
public class ReminderStops implements Sweep {
  /** Longer than anybody keeps a reminder before acting on it. */
  private static final Duration LINKS_KEPT = Duration.ofDays(400);

  private static final int SWEPT_AT_ONCE = 1000;

  private final ReminderStore store;
  private final SecretLinks links;
  private final Audit audit;
  private final Clock clock;

  ReminderStops(ReminderStore store, SecretLinks links, Audit audit, Clock clock) {
    this.store = store;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** A link at which reminders to this mailbox can be ended. */
  URI link(EmailAddress address) {
    return links.fresh(
        "/reminders/stop/",
        token -> store.insertStopLink(token.hash(), address.key(), clock.instant()));
  }

  /** The mailbox of a link, without any effect. */
  public Optional<EmailAddress> mailbox(SecretToken token) {
    return store.stopKey(token.hash()).map(EmailAddress::of);
  }

  /** Whether this mailbox wants no reminders. */
  public boolean isStopped(EmailAddress address) {
    return !store.stopped(List.of(address.key())).isEmpty();
  }

  /** No reminders to this mailbox from now on, whoever issues. */
  @Transactional
  public void stop(EmailAddress address) {
    store.stop(address.key(), clock.instant());
    audit.record("stop-link", null, "claims.reminders-stop", "mailbox", "");
  }

  /** Reminders again. */
  @Transactional
  public void resume(EmailAddress address) {
    store.resume(address.key());
    audit.record("stop-link", null, "claims.reminders-resume", "mailbox", "");
  }

  /** Keeps no word of a mailbox: its owner is gone. */
  public void forget(EmailAddress address) {
    store.resume(address.key());
    store.dropStopLinks(address.key());
  }

  @Override
  public String name() {
    return "reminder-stop-links";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweepStopLinks(now.minus(LINKS_KEPT), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
