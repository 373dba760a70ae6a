package org.insignia.server.console.health;

import java.time.Instant;
import java.util.List;
import org.insignia.server.platform.fsck.Report;
import org.jspecify.annotations.Nullable;

/**
 * What the last examination found, and the one that is under way.
 *
 * @param running null where none waits or is under way
 * @param last null where none was ever done
 */
public record HealthPage(@Nullable Running running, @Nullable Last last) {
  /**
   * One that is under way.
   *
   * @param ruleKey text key of what is being checked; empty before it begins
   */
  public record Running(int percent, int done, int rules, String ruleKey, long rows) {}

  /** One that is done; rules that are broken first. */
  public record Last(
      Instant ended,
      long seconds,
      boolean everything,
      boolean sound,
      long broken,
      long rows,
      List<Report.Rule> rules) {
    public Last {
      rules = List.copyOf(rules);
    }
  }
}
