package org.insignia.server.organisations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/** Where those who work for an organisation are reached by mail. */
@Component
public class StaffMailboxes {
  private final Organisations organisations;
  private final Members members;
  private final Accounts accounts;

  StaffMailboxes(Organisations organisations, Members members, Accounts accounts) {
    this.organisations = organisations;
    this.members = members;
    this.accounts = accounts;
  }

  /** A mailbox and the language that is read there. */
  public record To(EmailAddress address, Language language) {}

  /** One who leads it: what concerns its secrets and its good name. */
  public Optional<To> leader(OrganisationId organisation) {
    return anyOf(members.leading(organisation));
  }

  /** The mailbox that it names for everybody, which is read in English; else one who leads it. */
  public Optional<To> office(OrganisationId organisation) {
    return named(organisation).or(() -> leader(organisation));
  }

  /** One who leads it, else the mailbox that it names for everybody. */
  public Optional<To> leaderOrOffice(OrganisationId organisation) {
    return leader(organisation).or(() -> named(organisation));
  }

  /** One who runs the server. */
  public Optional<To> operator() {
    return anyOf(members.operators());
  }

  /** The first of these people who is reached at all. */
  public Optional<To> anyOf(List<UUID> people) {
    return people.stream()
        .map(PersonId::new)
        .flatMap(id -> accounts.find(id).stream())
        .flatMap(person ->
            accounts.verifiedAddresses(person.id()).stream()
                .limit(1)
                .map(address -> new To(address, person.language())))
        .findFirst();
  }

  /** An organisation has no language of its own. */
  private Optional<To> named(OrganisationId organisation) {
    return Optional.ofNullable(organisations.get(organisation).email())
        .flatMap(EmailAddress::parse)
        .map(address -> new To(address, Language.EN));
  }
}
