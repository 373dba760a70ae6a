package org.insignia.server.issuing.browse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.Sought.By;
import org.insignia.server.issuing.browse.Sought.Found;
import org.springframework.stereotype.Component;

/**
 * Badges of an organisation as programs look for them: also those that are decided and not signed
 * yet. Erased ones are never found.
 */
@Component
public class BadgeSearch {
  private final BadgeSearchStore store;

  BadgeSearch(BadgeSearchStore store) {
    this.store = store;
  }

  /** Some of them, where others come before. */
  public List<Found> page(Sought sought, By by, Direction direction, int skip, int limit) {
    return store.page(sought, by, direction == Direction.DOWN, skip, limit);
  }

  /** Which end of an order comes first. */
  public enum Direction {
    UP,
    DOWN
  }

  /** How many there are. */
  public long count(Sought sought) {
    return store.count(sought);
  }

  /** To whom they were issued: the keys of mailboxes, each once. */
  public List<String> recipients(Sought sought) {
    return store.recipients(sought);
  }

  /**
   * Some of them, the latest first: one stretch of an index, however many come before.
   *
   * @param before the last one of those before; empty at the beginning
   */
  public List<Found> stretch(Sought sought, Optional<CredentialId> before, int limit) {
    return store.stretch(sought, before, limit);
  }

  /** How many of each of these achievements were ever issued; none where it is not named. */
  public Map<AchievementId, Long> counts(Collection<AchievementId> achievements) {
    return achievements.isEmpty() ? Map.of() : store.counts(achievements);
  }

  /** When each of these changed last; unknown ones are left out. */
  public List<Found> changes(Collection<CredentialId> ids) {
    return ids.isEmpty() ? List.of() : store.changes(ids);
  }
}
