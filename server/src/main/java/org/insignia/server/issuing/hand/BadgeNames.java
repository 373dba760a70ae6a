package org.insignia.server.issuing.hand;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.organisations.OrganisationId;

/**
 * The badges of one organisation by what a list may call them: the name in their address, the
 * exam's number, the catalogue's uid, their id or their English name; whatever its case.
 */
final class BadgeNames {
  /** Where nothing is looked up. */
  static final BadgeNames NONE =
      new BadgeNames(List.of(), new CatalogVersion(0, Rules.DEFAULT, List.of(), Map.of()));

  private final Map<String, Achievement> names = new HashMap<>();
  private final CatalogVersion catalog;

  private BadgeNames(List<Achievement> all, CatalogVersion catalog) {
    this.catalog = catalog;
    for (Achievement achievement : all) {
      names.putIfAbsent(key(achievement.name()), achievement);
    }
    for (Achievement achievement : all) {
      names.put(key(achievement.sourceUid()), achievement);
      names.put(key(achievement.id().value().toString()), achievement);
      names.put(key(achievement.slug()), achievement);
    }
  }

  static BadgeNames of(Achievements achievements, Catalog catalog, OrganisationId organisation) {
    return new BadgeNames(achievements.all(organisation), catalog.current(organisation));
  }

  Optional<Achievement> find(String text) {
    Achievement direct = names.get(key(text));
    return direct != null
        ? Optional.of(direct)
        : catalog.examByCode(text).map(exam -> names.get(key(exam.uid())));
  }

  /**
   * Asks for one badge at a time, each name once: most are called by their slug or id, and only for
   * another name all of the organisation's are read.
   */
  static Function<String, Optional<Achievement>> asked(
      Achievements achievements, Catalog catalog, OrganisationId organisation) {
    Map<String, Optional<Achievement>> known = new HashMap<>();
    return text ->
        known.computeIfAbsent(
            text,
            name -> {
              var called = achievements.called(organisation, key(name));
              return called.isEmpty()
                  ? of(achievements, catalog, organisation).find(name)
                  : new BadgeNames(called, NONE.catalog).find(name);
            });
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
