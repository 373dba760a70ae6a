package org.insignia.server.console.limits;

import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.insignia.server.platform.mail.Outbox;
import org.springframework.stereotype.Component;

/** Letters that wait because the organisation has sent as many as it may on a day. */
@Component
final class WaitingLetters implements Waiting {
  private final Outbox outbox;

  WaitingLetters(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public List<Line> of(Organisation organisation) {
    return List.of(
        new Line(
            "limits.waiting",
            outbox.heldBack(organisation.id().value(), MOST + 1),
            "/console/" + organisation.slug() + "/limits",
            Role.VIEWER));
  }
}
