package org.insignia.server.console.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Programs;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;

/**
 * Who acts, in words: members and programs by their names; of anybody else, earners above all, the
 * record says only that it was a person.
 */
@Component
final class Actors {
  private static final String PERSON = "person:";
  private final Members members;
  private final Accounts accounts;
  private final List<Programs> programs;

  Actors(Members members, Accounts accounts, List<Programs> programs) {
    this.members = members;
    this.accounts = accounts;
    this.programs = programs;
  }

  Map<String, String> names(Organisation organisation, Shell shell) {
    Map<String, String> names = new LinkedHashMap<>();
    for (UUID person : members.of(organisation.id()).keySet()) {
      names.put(PERSON + person, accounts.person(new PersonId(person)).name());
    }
    for (var kind : programs) {
      kind.of(organisation).forEach((actor, name) -> names.put(actor, shell.t(kind.words(), name)));
    }
    return names;
  }

  static List<AuditPage.Actor> choices(Map<String, String> names, Shell shell) {
    var choices = new ArrayList<AuditPage.Actor>();
    choices.add(new AuditPage.Actor("", shell.t("console.audit.anybody")));
    choices.add(new AuditPage.Actor("program", shell.t("console.audit.programs")));
    names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(e -> choices.add(new AuditPage.Actor(e.getKey(), e.getValue())));
    return choices;
  }

  static String words(String actor, Map<String, String> names, Shell shell) {
    var name = names.get(actor);
    if (name != null) {
      return name;
    }
    return actor.startsWith(PERSON) ? shell.t("console.audit.person") : actor;
  }
}
