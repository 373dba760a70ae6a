package org.insignia.server.accounts.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.SafetyChanged;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes every change to the ways into an account, in the audit and for a mail to its person. */
@Component
final class SafetyNotices {
  private static final Duration KEPT = Duration.ofDays(30);

  private final NoticeStore store;
  private final Accounts accounts;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  SafetyNotices(NoticeStore store, Accounts accounts, Outbox outbox, Audit audit, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  void note(SafetyChanged changed) {
    var person = accounts.person(changed.person());
    var action = changed.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var subject = "person:" + person.id();
    audit.record(subject, null, "accounts." + action, subject, "");
    store.forgetBefore(clock.instant().minus(KEPT));
    var told = new LinkedHashSet<EmailAddress>();
    accounts.verifiedAddresses(person.id()).stream().findFirst().ifPresent(told::add);
    told.addAll(changed.also());
    for (var mailbox : told) {
      var id = Ids.next();
      store.insert(
          new Notice(
              id,
              person.name(),
              person.language(),
              mailbox,
              changed.what(),
              changed.detail(),
              clock.instant()));
      outbox.queue(NoticeLetter.KIND, id, mailbox);
    }
  }
}
