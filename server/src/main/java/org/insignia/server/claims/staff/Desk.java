package org.insignia.server.claims.staff;

import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** The badges of an organisation, for its staff. */
@Component
final class Desk {
  private final Credentials credentials;

  Desk(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * A badge of this organisation; those of others do not exist here.
   *
   * @throws Problem.NotFound if it is not
   */
  Credential badge(Organisation organisation, CredentialId id) {
    return credentials
        .find(id)
        .filter(c -> c.organisation().equals(organisation.id()))
        .orElseThrow(() -> new Problem.NotFound("badge " + id.value()));
  }

  /** As {@link #badge}, also one that is not signed yet. */
  Credential decided(Organisation organisation, CredentialId id) {
    return credentials
        .decided(id)
        .filter(c -> c.organisation().equals(organisation.id()) && !c.isErased())
        .orElseThrow(() -> new Problem.NotFound("badge " + id.value()));
  }
}
