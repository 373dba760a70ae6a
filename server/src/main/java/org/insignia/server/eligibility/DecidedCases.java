package org.insignia.server.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.eligibility.AwardPlan.Case;
import org.insignia.server.eligibility.AwardPlan.Decided;
import org.insignia.server.eligibility.Taken.Mark;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierResults;

/**
 * Decides person by person, for one organisation. Each award is also decided with the catalogue by
 * which it was given: only results take it away, a new catalogue or other rules never do.
 */
final class DecidedCases {
  private final Catalog catalog;
  private final OrganisationId organisation;
  private final CatalogVersion current;
  private final Map<String, AchievementId> achievements;
  private final Map<AchievementId, String> uids = new HashMap<>();
  private final Map<Integer, CatalogVersion> earlier = new HashMap<>();

  DecidedCases(Catalog catalog, Achievements achievements, OrganisationId organisation) {
    this.catalog = catalog;
    this.organisation = organisation;
    this.current = catalog.current(organisation);
    this.achievements = achievements.ids(organisation);
    this.achievements.forEach((uid, id) -> uids.put(id, uid));
  }

  Case decide(DossierResults person, List<Award> existing) {
    List<Taken> taken = TakenExams.plain(person.exams());
    Map<AchievementId, Decided> decided = new HashMap<>();
    for (Earned earned : Decision.of(current, taken).awards()) {
      AchievementId achievement = achievements.get(earned.uid());
      if (achievement != null) {
        decided.put(achievement, new Decided(earned, current.number()));
      }
    }
    Map<Integer, Decision> replayed = new HashMap<>();
    for (Award award : existing) {
      if (award.catalogueNumber() != current.number()) {
        replay(award, taken, replayed)
            .ifPresent(earned ->
                decided.merge(
                    award.achievement(),
                    new Decided(earned, award.catalogueNumber()),
                    DecidedCases::earlier));
      }
    }
    Map<UUID, Mark> marks = new HashMap<>();
    taken.forEach(result -> marks.put(result.id(), result.mark()));
    return new Case(person.dossier(), organisation, decided, marks);
  }

  private Optional<Earned> replay(Award award, List<Taken> taken, Map<Integer, Decision> replayed) {
    int number = award.catalogueNumber();
    Decision decision =
        replayed.computeIfAbsent(
            number,
            _ ->
                Decision.of(
                    earlier.computeIfAbsent(number, _ -> catalog.at(organisation, number)), taken));
    return Optional.ofNullable(uids.get(award.achievement())).flatMap(uid -> award(decision, uid));
  }

  /** Under the uid of today or, in an earlier catalogue, one of its former ones. */
  private Optional<Earned> award(Decision decision, String uid) {
    return decision.awards().stream()
        .filter(earned -> current.uid(earned.uid()).equals(uid))
        .findFirst();
  }

  /** What a person earned earlier by an earlier catalogue stays dated so; else today's counts. */
  private static Decided earlier(Decided now, Decided then) {
    return then.earned().earnedAt().isBefore(now.earned().earnedAt()) ? then : now;
  }

  /** Everything that any of these people may have been given results of. */
  static List<UUID> reasons(List<Case> cases) {
    List<UUID> reasons = new ArrayList<>();
    for (Case person : cases) {
      person.decided().values().forEach(d -> reasons.addAll(d.earned().because()));
    }
    return reasons;
  }
}
