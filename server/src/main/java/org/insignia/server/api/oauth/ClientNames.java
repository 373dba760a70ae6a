package org.insignia.server.api.oauth;

import java.util.Map;
import java.util.stream.Collectors;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Programs;
import org.springframework.stereotype.Component;

/** How staff calls its OAuth clients. */
@Component
final class ClientNames implements Programs {
  private final OAuthClientStore store;

  ClientNames(OAuthClientStore store) {
    this.store = store;
  }

  @Override
  public String words() {
    return "console.audit.client";
  }

  @Override
  public Map<String, String> of(Organisation organisation) {
    return store.of(organisation.id()).stream()
        .collect(Collectors.toMap(c -> "client:" + c.id(), OAuthClient::name));
  }
}
