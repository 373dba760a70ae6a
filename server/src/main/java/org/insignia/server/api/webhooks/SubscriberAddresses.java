package org.insignia.server.api.webhooks;

import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * Who is told when a subscription was switched off: who leads the organisation, else its mailbox.
 */
@Component
final class SubscriberAddresses {
  private final Organisations organisations;
  private final Members members;
  private final Accounts accounts;

  SubscriberAddresses(Organisations organisations, Members members, Accounts accounts) {
    this.organisations = organisations;
    this.members = members;
    this.accounts = accounts;
  }

  Optional<EmailAddress> of(OrganisationId organisation) {
    return members.leading(organisation).stream()
        .flatMap(id -> accounts.verifiedAddresses(new PersonId(id)).stream())
        .findFirst()
        .or(() ->
            Optional.ofNullable(organisations.get(organisation).email())
                .flatMap(EmailAddress::parse));
  }
}
