package org.insignia.server.api.webhooks;

import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.springframework.stereotype.Component;

/** Deliveries that were given up. */
@Component
final class WaitingDeliveries implements Waiting {
  private final DeliveryStore store;

  WaitingDeliveries(DeliveryStore store) {
    this.store = store;
  }

  @Override
  public List<Line> of(Organisation organisation) {
    return List.of(
        new Line(
            "api.waiting.webhooks",
            store.countDead(organisation.id(), MOST + 1),
            "/console/" + organisation.slug() + "/webhooks",
            Role.ADMIN));
  }
}
