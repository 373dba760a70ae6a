package org.insignia.server.claims.reminders;

import java.time.Instant;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets journeys see what happens after days without waiting for them. */
@Component
public final class ReminderClock {
  private final Reminding reminding;
  private final JdbcClient db;

  ReminderClock(Reminding reminding, JdbcClient db) {
    this.reminding = reminding;
    this.db = db;
  }

  /**
   * Does everything that is due until then at this organisation. Other tests' badges wait in the
   * same database, thousands of them after some; their weeks have not gone by.
   */
  public void passTo(Instant moment, OrganisationId organisation) {
    db.sql("delete from reminder_due where organisation_id <> :id")
        .param("id", organisation.value())
        .update();
    while (reminding.once(moment)) {
      // Until nothing is due any more.
    }
  }
}
