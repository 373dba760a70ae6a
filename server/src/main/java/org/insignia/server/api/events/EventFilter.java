package org.insignia.server.api.events;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for.
 *
 * @param types empty for all
 * @param subject of this badge or result alone; null for all
 * @param from inclusive; null for since ever
 * @param until exclusive; null for until now
 */
public record EventFilter(
    Set<EventType> types, @Nullable UUID subject, @Nullable Instant from, @Nullable Instant until) {
  /** Everything. */
  public static final EventFilter ALL = new EventFilter(Set.of(), null, null, null);

  public EventFilter {
    types = Set.copyOf(types);
  }

  /** Everything of these types; all if there are none. */
  public static EventFilter of(Set<EventType> types) {
    return new EventFilter(types, null, null, null);
  }
}
