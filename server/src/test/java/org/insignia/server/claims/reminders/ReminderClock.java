package org.insignia.server.claims.reminders;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets journeys see what happens after days without waiting for them. */
@Component
public final class ReminderClock {
  private final Reminding reminding;

  ReminderClock(Reminding reminding) {
    this.reminding = reminding;
  }

  /** Does everything that is due until then. */
  public void passTo(Instant moment) {
    while (reminding.once(moment)) {
      // Until nothing is due any more.
    }
  }
}
