package org.insignia.server.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What badges are for. They come from the catalogue, or are made by hand. */
@Component
public class Achievements {
  private final AchievementStore store;
  private final Catalog catalog;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Achievements(
      AchievementStore store, Catalog catalog, Audit audit, ApplicationEventPublisher events) {
    this.store = store;
    this.catalog = catalog;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Some of an organisation were made, changed or removed, all alike; published in that
   * transaction, once for however many an import brings.
   */
  public record Changed(OrganisationId organisation, Change change, List<AchievementId> which) {
    public Changed {
      which = List.copyOf(which);
    }
  }

  /** What happens to achievements. */
  public enum Change {
    CREATED,
    /** Words, particulars, look or state; archived ones stay and can come back. */
    CHANGED,
    /** It is told to nobody any more. */
    DELETED
  }

  /**
   * The achievement of an exam or certification, also by a former uid; empty where it gives none.
   */
  public Optional<Achievement> of(OrganisationId organisation, String uid) {
    Optional<Achievement> direct = store.bySource(organisation, uid);
    return direct.isPresent()
        ? direct
        : Optional.of(catalog.current(organisation).uid(uid))
            .filter(present -> !present.equals(uid))
            .flatMap(present -> store.bySource(organisation, present));
  }

  /** The achievement of an id that came from our own tables. */
  public Achievement get(AchievementId id) {
    return store.find(id).orElseThrow(() -> new Problem.NotFound("achievement " + id.value()));
  }

  /** All of an organisation, by slug; archived ones included. */
  public List<Achievement> all(OrganisationId organisation) {
    return store.all(organisation);
  }

  public Optional<Achievement> bySlug(OrganisationId organisation, String slug) {
    return store.bySlug(organisation, slug);
  }

  /**
   * Those that have this as their slug, id or uid.
   *
   * @param name in small letters
   */
  public List<Achievement> called(OrganisationId organisation, String name) {
    return store.called(organisation, name);
  }

  /** Ids by uid of exam or certification, archived ones included: for decisions in bulk. */
  public Map<String, AchievementId> ids(OrganisationId organisation) {
    return store.ids(organisation);
  }

  /** How many each of these organisations has, archived ones included; none where it has none. */
  public Map<OrganisationId, Integer> counts(Collection<OrganisationId> organisations) {
    return organisations.isEmpty() ? Map.of() : store.counts(organisations);
  }

  /** Which of these may be given to the same mailbox more than once. */
  public Set<AchievementId> repeatable(Collection<AchievementId> ids) {
    return ids.isEmpty() ? Set.of() : store.repeatable(ids);
  }

  /** Says whether staff may give it to the same mailbox more than once. */
  @Transactional
  public void allowRepeats(String actor, Achievement achievement, boolean allowed) {
    boolean changed = store.setRepeatable(achievement.id(), allowed);
    audit.record(
        actor,
        achievement.organisation().value(),
        "catalog.repeatable",
        "achievement:" + achievement.id().value(),
        allowed ? "several for one mailbox" : "one for each mailbox");
    if (changed) {
      events.publishEvent(
          new Changed(achievement.organisation(), Change.CHANGED, List.of(achievement.id())));
    }
  }

  /** Several at once; unknown ids are left out. */
  public List<Achievement> get(Collection<AchievementId> ids) {
    return store.find(ids);
  }

  /** The present look of each of these; unknown ids are left out. */
  public Map<AchievementId, DesignId> designs(Collection<AchievementId> ids) {
    return store.designs(ids);
  }

  /** A look of an achievement, present or past. */
  public BadgeLook design(DesignId id) {
    return store.design(id).orElseThrow(() -> new Problem.NotFound("design " + id.value()));
  }
}
