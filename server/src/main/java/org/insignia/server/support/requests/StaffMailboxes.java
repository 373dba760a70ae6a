package org.insignia.server.support.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * Where staff hear of a request: whoever sees to it; else the organisation's own mailbox; else who
 * leads it. Requests to the operator go to one who runs the server.
 */
@Component
final class StaffMailboxes {
  private final Organisations organisations;
  private final Members members;
  private final Accounts accounts;

  StaffMailboxes(Organisations organisations, Members members, Accounts accounts) {
    this.organisations = organisations;
    this.members = members;
    this.accounts = accounts;
  }

  /** A mailbox and the language that is read there. */
  record To(EmailAddress address, Language language) {}

  Optional<To> of(Request request) {
    var organisation = request.organisation();
    var assignee = request.assignee();
    var seesToIt = assignee == null ? Optional.<To>empty() : anyOf(List.of(assignee.value()));
    if (seesToIt.isPresent()) {
      return seesToIt;
    }
    return organisation == null
        ? anyOf(members.operators())
        : Optional.ofNullable(organisations.get(organisation).email())
            .flatMap(EmailAddress::parse)
            .map(address -> new To(address, Language.EN))
            .or(() -> anyOf(members.leading(organisation)));
  }

  private Optional<To> anyOf(List<UUID> people) {
    return people.stream()
        .map(PersonId::new)
        .flatMap(id -> accounts.find(id).stream())
        .flatMap(person ->
            accounts.verifiedAddresses(person.id()).stream()
                .limit(1)
                .map(address -> new To(address, person.language())))
        .findFirst();
  }
}
