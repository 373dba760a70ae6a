package org.insignia.server.catalog.handmade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands beside an achievement: what is recommended next, and collections it belongs to. */
@Component
public class Neighbours {
  public static final int MOST_NEXT = 6;
  public static final int MOST_COLLECTIONS = 50;
  public static final int MOST_ITEMS = 60;

  private final NeighbourStore store;
  private final Achievements achievements;
  private final Audit audit;

  Neighbours(NeighbourStore store, Achievements achievements, Audit audit) {
    this.store = store;
    this.achievements = achievements;
    this.audit = audit;
  }

  /**
   * Achievements that belong together.
   *
   * @param items in order
   */
  public record Shelf(UUID id, String name, List<AchievementId> items) {
    public Shelf {
      items = List.copyOf(items);
    }
  }

  /** A collection with what it holds. */
  public record Filled(Shelf shelf, List<Achievement> achievements) {
    public Filled {
      achievements = List.copyOf(achievements);
    }
  }

  /** What is recommended to whoever has it, as staff chose, in order. */
  public List<Achievement> next(AchievementId of) {
    return inOrder(store.next(of));
  }

  /** All that staff of an organisation recommend, each in order. */
  public Map<AchievementId, List<AchievementId>> edges(OrganisationId organisation) {
    return store.edges(organisation);
  }

  /** As {@link #next}, without what cannot be earned now: for everybody. */
  public List<Achievement> offeredNext(AchievementId of) {
    return next(of).stream().filter(a -> a.state() == State.ACTIVE).toList();
  }

  /** Collections that an achievement belongs to, without what is not listed: for everybody. */
  public List<Filled> around(AchievementId of) {
    return filled(store.around(of)).stream()
        .map(filled ->
            new Filled(
                filled.shelf(),
                filled.achievements().stream().filter(Achievement::isOffered).toList()))
        .toList();
  }

  /** All collections of an organisation, by name. */
  public List<Filled> shelves(OrganisationId organisation) {
    return filled(store.shelves(organisation));
  }

  private List<Filled> filled(List<Shelf> shelves) {
    Map<AchievementId, Achievement> known =
        byId(shelves.stream().flatMap(shelf -> shelf.items().stream()).distinct().toList());
    return shelves.stream()
        .map(shelf ->
            new Filled(
                shelf, shelf.items().stream().map(known::get).filter(Objects::nonNull).toList()))
        .toList();
  }

  private List<Achievement> inOrder(List<AchievementId> ids) {
    Map<AchievementId, Achievement> known = byId(ids);
    return ids.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  private Map<AchievementId, Achievement> byId(Collection<AchievementId> ids) {
    Map<AchievementId, Achievement> known = new HashMap<>();
    if (!ids.isEmpty()) {
      achievements.get(ids).forEach(a -> known.put(a.id(), a));
    }
    return known;
  }

  /**
   * Recommends these instead of what was recommended; more than {@value #MOST_NEXT} are cut off.
   *
   * @throws Problem.NotFound if one is not the organisation's
   */
  @Transactional
  public void recommend(
      String actor, Organisation organisation, Achievement after, List<AchievementId> wanted) {
    List<AchievementId> next =
        wanted.stream().distinct().filter(id -> !id.equals(after.id())).limit(MOST_NEXT).toList();
    own(organisation, next);
    store.putNext(after.id(), next);
    audit.record(
        actor,
        organisation.id().value(),
        "achievement.next",
        "achievement:" + after.id().value(),
        next.size() + " recommended");
  }

  private void own(Organisation organisation, List<AchievementId> ids) {
    Map<AchievementId, Achievement> known = byId(ids);
    for (AchievementId id : ids) {
      Achievement achievement = known.get(id);
      if (achievement == null || !achievement.organisation().equals(organisation.id())) {
        throw new Problem.NotFound("no achievement " + id.value());
      }
    }
  }

  /** A new, empty collection; false if there is one of that name, or there are too many. */
  @Transactional
  public boolean open(String actor, Organisation organisation, String name) {
    if (store.shelves(organisation.id()).size() >= MOST_COLLECTIONS) {
      return false;
    }
    UUID id = Ids.next();
    if (!store.add(organisation.id(), id, name)) {
      return false;
    }
    note(actor, organisation, "collection.add", id, name);
    return true;
  }

  /** Puts these achievements into a collection, in this order; others leave it. */
  @Transactional
  public void fill(
      String actor, Organisation organisation, UUID collection, List<AchievementId> wanted) {
    Shelf shelf = find(organisation, collection);
    List<AchievementId> items =
        new ArrayList<>(wanted.stream().distinct().limit(MOST_ITEMS).toList());
    own(organisation, items);
    store.fill(shelf.id(), items);
    note(actor, organisation, "collection.change", shelf.id(), items.size() + " achievements");
  }

  /** Takes a collection away; its achievements stay. */
  @Transactional
  public void close(String actor, Organisation organisation, UUID collection) {
    Shelf shelf = find(organisation, collection);
    store.remove(shelf.id());
    note(actor, organisation, "collection.remove", shelf.id(), shelf.name());
  }

  /**
   * One collection of an organisation.
   *
   * @throws Problem.NotFound if it has none such
   */
  public Shelf find(Organisation organisation, UUID collection) {
    return store.shelves(organisation.id()).stream()
        .filter(shelf -> shelf.id().equals(collection))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("no collection " + collection));
  }

  private void note(String actor, Organisation organisation, String what, UUID id, String detail) {
    audit.record(actor, organisation.id().value(), what, "collection:" + id, detail);
  }
}
