package org.insignia.server.claims.corrections;

import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.springframework.stereotype.Component;

/** Earners who ask for their name to be corrected. */
@Component
final class WaitingCorrections implements Waiting {
  private final Corrections corrections;

  WaitingCorrections(Corrections corrections) {
    this.corrections = corrections;
  }

  @Override
  public List<Line> of(Organisation organisation) {
    return List.of(
        new Line(
            "claims.waiting.corrections",
            corrections.open(organisation.id(), MOST + 1).size(),
            "/console/" + organisation.slug() + "/corrections",
            Role.ISSUER));
  }
}
