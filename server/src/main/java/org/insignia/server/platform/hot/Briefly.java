package org.insignia.server.platform.hot;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps for a second what many pages show alike and what seldom changes. Nothing that decides who
 * may see something belongs here.
 */
public final class Briefly<K, V> {
  private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int MOST = 10_000;

  private final Function<Collection<K>, Map<K, V>> source;
  private final ConcurrentHashMap<K, Kept<V>> kept = new ConcurrentHashMap<>();

  private record Kept<V>(V value, long until) {}

  private Briefly(Function<Collection<K>, Map<K, V>> source) {
    this.source = source;
  }

  /** Asks for each by itself. */
  public static <K, V> Briefly<K, V> each(Function<K, V> source) {
    return new Briefly<>(keys -> {
      var found = new HashMap<K, V>();
      keys.forEach(key -> found.put(key, source.apply(key)));
      return found;
    });
  }

  /** Asks for many at once. */
  public static <K, V> Briefly<K, V> many(Function<Collection<K>, Map<K, V>> source) {
    return new Briefly<>(source);
  }

  /** What it is, as of at most a second ago. */
  public V of(K key) {
    return Objects.requireNonNull(of(java.util.List.of(key)).get(key), "nothing for " + key);
  }

  /** As {@link #of(Object)} for many; what is unknown is left out. */
  public Map<K, V> of(Collection<K> keys) {
    long now = System.nanoTime();
    var found = new HashMap<K, V>();
    var missing = new LinkedHashSet<K>();
    for (var key : keys) {
      var known = kept.get(key);
      if (known != null && now - known.until() < 0) {
        found.put(key, known.value());
      } else {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      var fresh = source.apply(missing);
      if (kept.size() + fresh.size() > MOST) {
        kept.clear();
      }
      fresh.forEach((key, value) -> kept.put(key, new Kept<>(value, now + KEPT_NANOS)));
      found.putAll(fresh);
    }
    return found;
  }
}
