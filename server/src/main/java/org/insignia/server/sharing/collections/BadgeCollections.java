package org.insignia.server.sharing.collections;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.sharing.profile.Gallery;
import org.insignia.server.sharing.profile.Piece;
import org.insignia.server.sharing.share.PlainWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Collections of badges. A new one is private; a public one is there as long as its maker's profile
 * is public, and shows only badges that are public themselves.
 */
@Service
public class BadgeCollections {
  /** The most that one person may make. */
  public static final int MOST = 50;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 2000;

  private final CollectionStore store;
  private final Gallery gallery;
  private final Profiles profiles;
  private final Audit audit;
  private final Clock clock;

  BadgeCollections(
      CollectionStore store, Gallery gallery, Profiles profiles, Audit audit, Clock clock) {
    this.store = store;
    this.gallery = gallery;
    this.profiles = profiles;
    this.audit = audit;
    this.clock = clock;
  }

  /** What its maker wants of a collection, as typed. */
  public record Wish(String name, String description, boolean isPublic, List<UUID> badges) {
    public Wish {
      badges = List.copyOf(badges);
    }
  }

  /** All of a person. */
  public List<BadgeCollection> of(PersonId person) {
    return store.of(person);
  }

  /** Those that a person shows; whether the profile may be seen is asked before. */
  public List<BadgeCollection> shownBy(PersonId person) {
    return store.of(person).stream().filter(BadgeCollection::isPublic).toList();
  }

  /** The collection, if the one who asks may see it. */
  public Optional<BadgeCollection> find(UUID id, @Nullable PersonId asking) {
    return store
        .find(id)
        .filter(c ->
            c.person().equals(asking)
                || c.isPublic() && profiles.of(c.person()).isVisibleTo(asking));
  }

  /** What it shows, in the order of the profile. */
  public List<Piece> shownIn(BadgeCollection collection) {
    return collection.of(gallery.of(collection.person()));
  }

  /**
   * Makes an empty, private one.
   *
   * @throws Problem.Invalid without a name
   * @throws Problem.Conflict if there are too many
   */
  @Transactional
  public UUID make(PersonId person, String name) {
    var made = new BadgeCollection(Ids.next(), person, name(name), "", false, List.of());
    if (!store.insert(made, MOST, clock.instant())) {
      throw new Problem.Conflict("there are " + MOST + " collections already");
    }
    record(person, "make", made.id());
    return made.id();
  }

  /**
   * Changes what it says and holds. Only badges that its maker shows can be put in; those that were
   * in and are hidden now stay in.
   */
  @Transactional
  public void change(PersonId person, UUID id, Wish wish) {
    var before = mine(person, id);
    var shown = gallery.of(person).stream().map(Piece::id).toList();
    var badges = new LinkedHashSet<UUID>();
    wish.badges().stream().filter(shown::contains).forEach(badges::add);
    before.badges().stream().filter(b -> !shown.contains(b)).forEach(badges::add);
    var description = PlainWords.lines(wish.description());
    store.update(
        new BadgeCollection(
            id,
            person,
            name(wish.name()),
            PlainWords.cut(description, LONGEST_DESCRIPTION),
            wish.isPublic(),
            badges.stream().limit(BadgeCollection.MOST).toList()));
    record(person, wish.isPublic() ? "show" : "hide", id);
  }

  /** Removes the collection; the badges stay. */
  @Transactional
  public void remove(PersonId person, UUID id) {
    mine(person, id);
    if (store.delete(id, person)) {
      record(person, "remove", id);
    }
  }

  private static String name(String typed) {
    var name = PlainWords.cut(PlainWords.line(typed), LONGEST_NAME);
    if (name.isEmpty()) {
      throw new Problem.Invalid("name", "a name is needed");
    }
    return name;
  }

  private BadgeCollection mine(PersonId person, UUID id) {
    return store
        .find(id)
        .filter(c -> c.person().equals(person))
        .orElseThrow(() -> new Problem.NotFound("there is no collection " + id));
  }

  private void record(PersonId person, String action, UUID id) {
    audit.record("person:" + person, null, "collections." + action, "collection:" + id, "");
  }
}
