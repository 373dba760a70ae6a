package org.insignia.server.organisations.domain;

import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/** Who is told that a mark is about to be lost: who leads the organisation. */
@Component
final class DomainAddresses {
  private final Members members;
  private final Accounts accounts;

  DomainAddresses(Members members, Accounts accounts) {
    this.members = members;
    this.accounts = accounts;
  }

  Optional<EmailAddress> of(OrganisationId organisation) {
    return members.leading(organisation).stream()
        .flatMap(id -> accounts.verifiedAddresses(new PersonId(id)).stream())
        .findFirst();
  }
}
