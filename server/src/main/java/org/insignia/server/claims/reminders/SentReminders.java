package org.insignia.server.claims.reminders;

import java.util.List;
import java.util.UUID;
import org.insignia.server.issuing.CredentialId;
import org.springframework.stereotype.Service;

/** The reminders that went out. */
@Service
public class SentReminders {
  private final ReminderStore store;

  SentReminders(ReminderStore store) {
    this.store = store;
  }

  /** Of this badge, by the refs under which their letters were queued, the first one first. */
  public List<UUID> of(CredentialId credential) {
    return store.of(credential);
  }
}
