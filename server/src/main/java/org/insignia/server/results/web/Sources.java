package org.insignia.server.results.web;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.ProviderId;
import org.springframework.stereotype.Component;

/** How files came, in words: members by their names, anybody else as a person or a program. */
@Component
final class Sources {
  private static final String PERSON = "person:";
  private static final String INBOX = "inbox:";

  private final Members members;
  private final Accounts accounts;

  Sources(Members members, Accounts accounts) {
    this.members = members;
    this.accounts = accounts;
  }

  String of(IntakeReport report, Shell shell) {
    var by = report.by();
    if (by.startsWith(INBOX)) {
      var provider = ProviderId.find(by.substring(INBOX.length()));
      return shell.t(
          "results.from.inbox",
          provider.map(ProviderId::title).orElse(by.substring(INBOX.length())));
    }
    if (!by.startsWith(PERSON)) {
      return shell.t("results.from.program");
    }
    if (!by.matches(PERSON + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return shell.t("results.from.somebody");
    }
    var person = UUID.fromString(by.substring(PERSON.length()));
    return isMember(report.organisation(), person)
        ? shell.t("results.from.person", accounts.person(new PersonId(person)).name())
        : shell.t("results.from.somebody");
  }

  private boolean isMember(OrganisationId organisation, UUID person) {
    return members.heldBy(person, organisation).isPresent();
  }
}
