package org.insignia.server.sharing.web;

import java.util.List;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.handmade.Neighbours;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.hot.Briefly;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.sharing.web.OrganisationPage.Tile;
import org.springframework.stereotype.Component;

/** What everybody is shown beside an achievement: next steps, and the rest of its collections. */
@Component
final class Beside {
  private final Neighbours neighbours;
  private final Briefly<AchievementId, List<Achievement>> next;

  Beside(Neighbours neighbours) {
    this.neighbours = neighbours;
    this.next = Briefly.each(neighbours::offeredNext);
  }

  List<Tile> next(Organisation organisation, AchievementId of, Shell shell) {
    var home = "/org/" + organisation.slug();
    return next.of(of).stream().map(a -> OrganisationPages.tile(home, a, shell)).toList();
  }

  List<AchievementPage.Together> together(
      Organisation organisation, AchievementId of, Shell shell) {
    var home = "/org/" + organisation.slug();
    return neighbours.around(of).stream()
        .map(filled ->
            new AchievementPage.Together(
                filled.shelf().name(),
                filled.achievements().stream()
                    .filter(a -> !a.id().equals(of))
                    .map(a -> OrganisationPages.tile(home, a, shell))
                    .toList()))
        .toList();
  }
}
