package org.insignia.server.console.web;

import java.util.Comparator;
import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;

/** Puts the home of an organisation together for one of its staff. */
@Component
final class Houses {
  private final List<Waiting> waiting;

  Houses(List<Waiting> waiting) {
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
        needs,
        Rooms.of(organisation, role));
  }

  private static String figure(long count, Shell shell) {
    return count > Waiting.MOST ? shell.number(Waiting.MOST) + "+" : shell.number(count);
  }
}
