package org.insignia.server.sharing.counts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;

/**
 * Counts of this node that are not written yet. Counting is one step in memory: a page that goes
 * round the world costs the database one row a second, not one a view.
 */
final class Tally {
  /** More badges than are looked at within a second; beyond it a count is let go. */
  private static final int MOST = 50_000;

  private final ConcurrentHashMap<Key, Long> counts = new ConcurrentHashMap<>();

  /** What is counted together. */
  record Key(
      CredentialId credential,
      LocalDate day,
      Event event,
      OrganisationId organisation,
      AchievementId achievement) {}

  void add(Key key, long count) {
    if (counts.size() < MOST || counts.containsKey(key)) {
      counts.merge(key, count, Long::sum);
    }
  }

  /**
   * Takes all counts; what is added meanwhile is in this one or in the next. A key that was taken
   * and counted again may be met a second time on the same way through, so its counts add up.
   */
  Map<Key, Long> take() {
    var taken = new HashMap<Key, Long>();
    for (var key : counts.keySet()) {
      var count = counts.remove(key);
      if (count != null) {
        taken.merge(key, count, Long::sum);
      }
    }
    return taken;
  }
}
