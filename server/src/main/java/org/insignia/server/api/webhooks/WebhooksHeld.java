package org.insignia.server.api.webhooks;

import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Usage;
import org.springframework.stereotype.Component;

/** How many subscriptions an organisation has. */
@Component
final class WebhooksHeld implements Usage {
  private final WebhookStore store;

  WebhooksHeld(WebhookStore store) {
    this.store = store;
  }

  @Override
  public Limit limit() {
    return Limit.WEBHOOKS;
  }

  @Override
  public long of(OrganisationId organisation) {
    return store.of(organisation).size();
  }
}
