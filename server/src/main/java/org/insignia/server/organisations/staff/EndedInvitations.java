package org.insignia.server.organisations.staff;

import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/** Invitations that nobody answered in time are forgotten, and whom they were for. */
@Component
final class EndedInvitations implements Sweep {
  private static final int AT_ONCE = 1000;
  private final InvitationStore store;

  EndedInvitations(InvitationStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "member-invitations";
  }

  @Override
  public boolean piece(Instant now) {
    return store.removeEnded(now, AT_ONCE) == AT_ONCE;
  }
}
