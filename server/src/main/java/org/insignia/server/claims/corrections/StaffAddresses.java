package org.insignia.server.claims.corrections;

import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/** Where an organisation's staff are reached: its own address, else that of who leads it. */
@Component
final class StaffAddresses {
  private final Organisations organisations;
  private final Members members;
  private final Accounts accounts;

  StaffAddresses(Organisations organisations, Members members, Accounts accounts) {
    this.organisations = organisations;
    this.members = members;
    this.accounts = accounts;
  }

  Optional<EmailAddress> of(OrganisationId organisation) {
    return Optional.ofNullable(organisations.get(organisation).email())
        .flatMap(EmailAddress::parse)
        .or(() ->
            members.leading(organisation).stream()
                .flatMap(id -> accounts.verifiedAddresses(new PersonId(id)).stream())
                .findFirst());
  }
}
