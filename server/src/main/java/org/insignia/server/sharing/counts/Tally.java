package org.insignia.server.sharing.counts;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts of this node that are not written yet. Counting is one step in memory: a page that goes
 * round the world costs the database one row a second, not one a view.
 *
 * @param <K> what is counted together
 */
final class Tally<K> {
  /** More badges than are looked at within a second; beyond it a count is let go. */
  private static final int MOST = 50_000;

  private final ConcurrentHashMap<K, Long> counts = new ConcurrentHashMap<>();

  void add(K key, long count) {
    if (counts.size() < MOST || counts.containsKey(key)) {
      counts.merge(key, count, Long::sum);
    }
  }

  /**
   * Takes all counts; what is added meanwhile is in this one or in the next. A key that was taken
   * and counted again may be met a second time on the same way through, so its counts add up.
   */
  Map<K, Long> take() {
    var taken = new HashMap<K, Long>();
    for (var key : counts.keySet()) {
      var count = counts.remove(key);
      if (count != null) {
        taken.merge(key, count, Long::sum);
      }
    }
    return taken;
  }
}
