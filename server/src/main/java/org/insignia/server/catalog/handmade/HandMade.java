package org.insignia.server.catalog.handmade;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Achievements.Change;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.wording.BadgeLooks;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes achievements as staff wish; who may is asked at the door. */
@Component
public class HandMade {
  /** Leaves room for a number behind it. */
  private static final int LONGEST_SLUG = 100;

  private final Achievements achievements;
  private final HandMadeStore store;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HandMade(
      Achievements achievements,
      HandMadeStore store,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.achievements = achievements;
    this.store = store;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** A new achievement, as a draft, with a look made from its name. */
  @Transactional
  public AchievementId add(String actor, Organisation organisation, AchievementWish wish) {
    store.lock(organisation.id());
    var id = new AchievementId(Ids.next());
    var slug = store.free(organisation.id(), slug(wish.mainWords().name()));
    store.add(organisation.id(), id, slug, wish);
    store.addLook(
        id,
        BadgeLooks.of(wish.mainWords().name(), wish.particulars().level(), organisation.name()),
        actor,
        clock.instant());
    note(actor, organisation, "achievement.add", id, wish.mainWords().name());
    tell(organisation, Change.CREATED, id);
    return id;
  }

  /**
   * Other words and particulars.
   *
   * @param revision the one that was changed
   * @throws Problem.Conflict if somebody else changed it in between
   */
  @Transactional
  public void change(
      String actor,
      Organisation organisation,
      Achievement achievement,
      int revision,
      AchievementWish wish) {
    if (!store.change(achievement, revision, wish)) {
      throw new Problem.Conflict("somebody else has changed this achievement in between");
    }
    note(actor, organisation, "achievement.change", achievement.id(), wish.mainWords().name());
    tell(organisation, Change.CHANGED, achievement.id());
  }

  /** The number of changes so far; a form remembers it. */
  public int revision(AchievementId id) {
    return store.revision(id);
  }

  /**
   * From draft to active, or to archived and back; nothing goes back to a draft, since somebody may
   * have it.
   *
   * @throws Problem.Conflict if the catalogue decides it, or it is not possible
   */
  @Transactional
  public void stand(
      String actor, Organisation organisation, Achievement achievement, State wanted) {
    boolean possible =
        achievement.kind() == Kind.OWN
            && (wanted == State.ACTIVE || wanted == State.ARCHIVED)
            && !(achievement.state() == State.DRAFT && wanted == State.ARCHIVED);
    if (!possible) {
      throw new Problem.Conflict("no way from " + achievement.state() + " to " + wanted);
    }
    if (store.stand(achievement.id(), wanted)) {
      note(actor, organisation, "achievement.state", achievement.id(), wanted.name());
      tell(organisation, Change.CHANGED, achievement.id());
    }
  }

  /** All looks, the present one first. */
  public List<LookVersion> looks(AchievementId id) {
    return store.looks(id);
  }

  /** Gives it another look, for badges issued from now on; false if it looks like that already. */
  @Transactional
  public boolean giveLook(
      String actor, Organisation organisation, Achievement achievement, BadgeLook look) {
    store.lock(organisation.id());
    var present = store.looks(achievement.id()).getFirst();
    if (achievements.design(present.id()).equals(look)) {
      return false;
    }
    int number = store.addLook(achievement.id(), look, actor, clock.instant());
    note(actor, organisation, "achievement.look", achievement.id(), "version " + number);
    tell(organisation, Change.CHANGED, achievement.id());
    return true;
  }

  /**
   * Gives it a look that it had earlier, as a new version.
   *
   * @throws Problem.NotFound if it never looked like that
   */
  @Transactional
  public void goBack(
      String actor, Organisation organisation, Achievement achievement, DesignId earlier) {
    if (store.looks(achievement.id()).stream().noneMatch(v -> v.id().equals(earlier))) {
      throw new Problem.NotFound("no such look of " + achievement.slug());
    }
    giveLook(actor, organisation, achievement, achievements.design(earlier));
  }

  private void note(
      String actor, Organisation organisation, String what, AchievementId id, String detail) {
    audit.record(actor, organisation.id().value(), what, "achievement:" + id.value(), detail);
    events.publishEvent(new Catalog.Reworded(organisation.id()));
  }

  private void tell(Organisation organisation, Change change, AchievementId id) {
    events.publishEvent(new Achievements.Changed(organisation.id(), change, List.of(id)));
  }

  private static String slug(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("-$", "");
    // A name in another script has no letters for an address.
    return cut.length() < 2 ? "badge-" + UUID.randomUUID().toString().substring(0, 8) : cut;
  }
}
