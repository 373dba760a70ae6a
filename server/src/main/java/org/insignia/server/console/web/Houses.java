package org.insignia.server.console.web;

import java.util.Comparator;
import java.util.List;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;

/** Puts the home of an organisation together for one of its staff. */
@Component
final class Houses {
  private final List<Waiting> waiting;
  private final Achievements achievements;

  Houses(List<Waiting> waiting, Achievements achievements) {
    this.achievements = achievements;
    this.waiting = List.copyOf(waiting);
  }

  HousePage of(Organisation organisation, Role role, Shell shell) {
    var needs =
        waiting.stream()
            .flatMap(feature -> feature.of(organisation).stream())
            .filter(line -> line.count() > 0 && role.includes(line.needs()))
            .sorted(Comparator.comparing(Waiting.Line::key))
            .map(line -> new HousePage.Need(line.key(), figure(line.count(), shell), line.path()))
            .toList();
    return new HousePage(
        organisation.slug(),
        organisation.name(),
        "organisations.role." + role.name(),
        isNew(organisation, role),
        needs,
        Rooms.of(organisation, role));
  }

  /** Nothing can be issued yet, and this person can change that. */
  private boolean isNew(Organisation organisation, Role role) {
    return role.includes(Role.ADMIN)
        && achievements.counts(List.of(organisation.id())).getOrDefault(organisation.id(), 0) == 0;
  }

  private static String figure(long count, Shell shell) {
    return count > Waiting.MOST ? shell.number(Waiting.MOST) + "+" : shell.number(count);
  }
}
