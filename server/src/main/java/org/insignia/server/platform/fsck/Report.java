package org.insignia.server.platform.fsck;

import java.time.Instant;
import java.util.List;

/**
 * What an examination found.
 *
 * @param everything whether every signed document was verified, or a sample of them
 */
public record Report(Instant begun, Instant ended, boolean everything, List<Rule> rules) {
  public Report {
    rules = List.copyOf(rules);
  }

  /**
   * What one rule saw.
   *
   * @param number of the invariant it belongs to
   * @param broken how many rows break it; {@code violations} has the first of them
   * @param problem why it could not be checked to its end; empty where it was
   */
  public record Rule(
      String key,
      int number,
      long rows,
      long millis,
      long broken,
      List<Violation> violations,
      String problem) {
    public Rule {
      violations = List.copyOf(violations);
    }

    /** Whether it was checked and holds. */
    public boolean holds() {
      return broken == 0 && problem.isEmpty();
    }
  }

  /** Whether all rules were checked and hold. */
  public boolean sound() {
    return rules.stream().allMatch(Rule::holds);
  }

  /** How many rows break a rule. */
  public long broken() {
    return rules.stream().mapToLong(Rule::broken).sum();
  }
}
