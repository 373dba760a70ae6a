package org.insignia.server.platform.fsck;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.insignia.server.platform.fsck.Probe.Scope;
import org.springframework.stereotype.Component;

/** Holds all that is stored against every {@link Invariant}, one after the other. */
@Component
public class Examination {
  private final List<Invariant> rules;
  private final Clock clock;

  Examination(List<Invariant> rules, Clock clock) {
    this.rules =
        rules.stream()
            .sorted(Comparator.comparingInt(Invariant::number).thenComparing(Invariant::key))
            .toList();
    this.clock = clock;
  }

  /** Hears how far it is; false ends it. */
  public interface Listener {
    /**
     * After each stretch of rows.
     *
     * @param done how many rules are through
     * @param rows how many rows the rule has seen
     */
    boolean goesOn(int done, Invariant rule, long rows);

    /** After each rule. */
    default void ended(Report.Rule rule) {}
  }

  /** How many rules there are. */
  public int rules() {
    return rules.size();
  }

  /**
   * Checks every rule; one that cannot be checked is reported as such and the others go on.
   *
   * @throws IllegalStateException where the listener ended it
   */
  public Report of(Scope scope, Listener listener) {
    var begun = clock.instant();
    var seen = new ArrayList<Report.Rule>(rules.size());
    for (var rule : rules) {
      var checked = check(rule, scope, seen.size(), listener);
      seen.add(checked);
      listener.ended(checked);
    }
    return new Report(begun, clock.instant(), scope.everything(), seen);
  }

  /** Checks one rule alone. */
  Report.Rule check(String key, Scope scope) {
    var rule = rules.stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
    return check(rule, scope, 0, (done, at, rows) -> true);
  }

  private static Report.Rule check(Invariant rule, Scope scope, int done, Listener listener) {
    var probe =
        new Probe(
            scope,
            rows -> {
              if (!listener.goesOn(done, rule, rows)) {
                throw new Probe.Stopped();
              }
            });
    long begun = System.nanoTime();
    var problem = "";
    try {
      rule.check(probe);
    } catch (Probe.Stopped stopped) {
      throw stopped;
    } catch (RuntimeException e) {
      // A table that cannot be read is a finding, not the end of the examination.
      problem = e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    return new Report.Rule(
        rule.key(),
        rule.number(),
        probe.rows(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
        probe.brokenRows(),
        probe.kept(),
        problem);
  }
}
