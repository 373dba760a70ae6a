package org.insignia.server.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.eligibility.Award.State;
import org.insignia.server.eligibility.Taken.Mark;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;

/** Compares what was decided with what is stored: what is to be written, and what of it is news. */
final class AwardPlan {
  private final List<Award> inserts = new ArrayList<>();
  private final List<Award> updates = new ArrayList<>();
  private final List<AwardId> news = new ArrayList<>();
  private final Set<AwardId> moved = new HashSet<>();
  private final List<Gone> gone = new ArrayList<>();

  /** An award that is no longer decided, and the marks of its person's results. */
  private record Gone(Award award, Map<UUID, Mark> marks) {}

  /**
   * One person at one moment.
   *
   * @param marks of all results of the person
   */
  record Case(
      DossierId dossier,
      OrganisationId organisation,
      Map<AchievementId, Decided> decided,
      Map<UUID, Mark> marks) {}

  /** Something earned, and the catalogue version by which. */
  record Decided(Earned earned, int catalogueNumber) {}

  List<Award> inserts() {
    return inserts;
  }

  List<Award> updates() {
    return updates;
  }

  List<AwardId> news() {
    return news;
  }

  /**
   * Adds a person to the plan.
   *
   * @param existing the person's awards
   * @param resting awards of anybody that rest on one of the person's results, by result
   */
  void add(Case person, List<Award> existing, Map<UUID, List<Award>> resting) {
    Map<AchievementId, Award> known = new HashMap<>();
    existing.forEach(award -> known.put(award.achievement(), award));
    person
        .decided()
        .forEach((achievement, decided) -> {
          Award award = known.remove(achievement);
          if (award != null) {
            keep(award, decided, person);
          } else {
            give(achievement, decided, person, resting);
          }
        });
    known.values().forEach(award -> gone.add(new Gone(award, person.marks())));
  }

  /** Call once, after the last person: only then is it known which awards moved to another. */
  AwardPlan finish() {
    for (Gone item : gone) {
      Award award = item.award();
      if (award.state() == State.GIVEN && !moved.contains(award.id())) {
        updates.add(withdrawn(award, cause(award, item.marks())));
        news.add(award.id());
      }
    }
    return this;
  }

  private void give(
      AchievementId achievement, Decided decided, Case person, Map<UUID, List<Award>> resting) {
    for (UUID result : decided.earned().because()) {
      for (Award other : resting.getOrDefault(result, List.of())) {
        if (other.achievement().equals(achievement)
            && !other.dossier().equals(person.dossier())
            && moved.add(other.id())) {
          updates.add(award(other.id(), achievement, decided, person, Cause.MERGED));
          news.add(other.id());
          return;
        }
      }
    }
    AwardId id = new AwardId(Ids.next());
    inserts.add(award(id, achievement, decided, person, Cause.EARNED));
    news.add(id);
  }

  private void keep(Award award, Decided decided, Case person) {
    Earned earned = decided.earned();
    boolean restored = award.state() == State.WITHDRAWN;
    boolean sameDates =
        award.earnedAt().equals(earned.earnedAt())
            && Objects.equals(award.validUntil(), earned.validUntil());
    if (!restored && sameDates && award.because().equals(earned.because())) {
      return;
    }
    Cause changed = sameDates ? award.cause() : Cause.DATES_CHANGED;
    Cause cause = restored ? Cause.RESTORED : changed;
    updates.add(award(award.id(), award.achievement(), decided, person, cause));
    if (restored || !sameDates) {
      news.add(award.id());
    }
  }

  /** What happened to the results that an award rested on; the gravest first. */
  private static Cause cause(Award award, Map<UUID, Mark> marks) {
    Set<@Nullable Mark> found = new HashSet<>();
    award.because().forEach(result -> found.add(marks.get(result)));
    if (found.contains(Mark.REVOKED)) {
      return Cause.RESULT_REVOKED;
    }
    if (found.contains(null)) {
      return Cause.RESULT_GONE;
    }
    return found.contains(Mark.HELD) || found.contains(Mark.DROPPED) || found.contains(Mark.PENDING)
        ? Cause.RESULT_HELD
        : Cause.RESULT_CORRECTED;
  }

  private static Award award(
      AwardId id, AchievementId achievement, Decided decided, Case person, Cause cause) {
    return new Award(
        id,
        person.organisation(),
        person.dossier(),
        achievement,
        State.GIVEN,
        decided.earned().earnedAt(),
        decided.earned().validUntil(),
        decided.earned().because(),
        cause,
        decided.catalogueNumber());
  }

  private static Award withdrawn(Award award, Cause cause) {
    return new Award(
        award.id(),
        award.organisation(),
        award.dossier(),
        award.achievement(),
        State.WITHDRAWN,
        award.earnedAt(),
        award.validUntil(),
        award.because(),
        cause,
        award.catalogueNumber());
  }
}
