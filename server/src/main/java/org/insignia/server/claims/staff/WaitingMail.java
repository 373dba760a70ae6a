package org.insignia.server.claims.staff;

import java.util.List;
import org.insignia.server.claims.Claims;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.insignia.server.platform.mail.Bounces;
import org.springframework.stereotype.Component;

/** People who were offered a badge lately and whose mailbox refuses our letters. */
@Component
final class WaitingMail implements Waiting {
  private static final int LATEST_OFFERS = 500;
  private final Claims claims;
  private final Bounces bounces;

  WaitingMail(Claims claims, Bounces bounces) {
    this.claims = claims;
    this.bounces = bounces;
  }

  @Override
  public List<Line> of(Organisation organisation) {
    var asked = claims.latestUndecided(organisation.id(), LATEST_OFFERS);
    return List.of(
        new Line(
            "claims.waiting.mail",
            asked.isEmpty() ? 0 : bounces.of(asked).size(),
            "/console/" + organisation.slug() + "/badges?state=pending",
            Role.ISSUER));
  }
}
