package org.insignia.server.claims;

import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.entry.EntryLinks;
import org.insignia.server.claims.reminders.ReminderStops;
import org.insignia.server.platform.mail.Bounces;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was kept about the mailboxes of an account, and is of no use without it, goes with it. */
@Component
class ErasedTraces {
  private final Accounts accounts;
  private final ReminderStops stops;
  private final EntryLinks entries;
  private final Bounces bounces;

  ErasedTraces(Accounts accounts, ReminderStops stops, EntryLinks entries, Bounces bounces) {
    this.accounts = accounts;
    this.stops = stops;
    this.entries = entries;
    this.bounces = bounces;
  }

  @EventListener
  void erased(AccountErased event) {
    for (var address : accounts.verifiedAddresses(event.person())) {
      stops.forget(address);
      entries.forget(address);
      bounces.forget(address);
    }
  }
}
