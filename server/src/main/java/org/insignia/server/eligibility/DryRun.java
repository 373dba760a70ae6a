package org.insignia.server.eligibility;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.DossierResults;
import org.insignia.server.results.Results;
import org.springframework.stereotype.Component;

/** Decides for everybody with the present catalogue and with another one, and compares. */
@Component
final class DryRun implements Foresight {
  private static final int AT_ONCE = 500;

  /** Beyond this a page would be waited for too long. */
  private static final int MOST_PEOPLE = 20_000;

  private final Results results;
  private final Catalog catalog;
  private final Achievements achievements;
  private final AwardStore awards;

  DryRun(Results results, Catalog catalog, Achievements achievements, AwardStore awards) {
    this.results = results;
    this.catalog = catalog;
    this.achievements = achievements;
    this.awards = awards;
  }

  @Override
  public Effect of(OrganisationId organisation, CatalogVersion proposed) {
    CatalogVersion present = catalog.current(organisation);
    Map<String, Integer> given = new HashMap<>();
    Map<String, Integer> kept = new HashMap<>();
    int people = 0;
    List<DossierId> some = results.of(organisation, null, AT_ONCE);
    while (!some.isEmpty() && people < MOST_PEOPLE) {
      Map<DossierId, Set<String>> held = held(organisation, some);
      for (DossierResults person : results.of(some)) {
        List<Taken> taken = TakenExams.plain(person.exams());
        Set<String> now = uids(Decision.of(present, taken));
        Set<String> then = uids(Decision.of(proposed, taken));
        Set<String> has = new HashSet<>(now);
        has.addAll(held.getOrDefault(person.dossier(), Set.of()));
        then.stream().filter(uid -> !has.contains(uid)).forEach(uid -> count(given, uid));
        has.stream().filter(uid -> !then.contains(uid)).forEach(uid -> count(kept, uid));
        people++;
      }
      some = results.of(organisation, some.getLast(), AT_ONCE);
    }
    return new Effect(people, some.isEmpty(), given, kept);
  }

  /** What these people were given and still have, by uid of today. */
  private Map<DossierId, Set<String>> held(OrganisationId organisation, List<DossierId> people) {
    Map<Object, String> uids = new HashMap<>();
    achievements.ids(organisation).forEach((uid, id) -> uids.put(id, uid));
    return awards.of(people).stream()
        .filter(award -> award.state() == Award.State.GIVEN)
        .filter(award -> uids.containsKey(award.achievement()))
        .collect(
            Collectors.groupingBy(
                Award::dossier,
                Collectors.mapping(
                    award -> uids.getOrDefault(award.achievement(), ""), Collectors.toSet())));
  }

  private static Set<String> uids(Decision decision) {
    return decision.awards().stream().map(Earned::uid).collect(Collectors.toSet());
  }

  private static void count(Map<String, Integer> counts, String uid) {
    counts.merge(uid, 1, Integer::sum);
  }
}
