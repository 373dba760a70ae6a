package org.insignia.openbadges.schema;

import java.util.List;
import org.insignia.openbadges.json.JsonValue;

/** A compiled schema: rules that a value must keep, all of them. */
final class Schema {
  /** One keyword of a schema. */
  @FunctionalInterface
  interface Rule {
    /** Adds a problem where the value breaks the rule; says nothing about values of other kinds. */
    void check(JsonValue value, Findings findings);
  }

  private List<Rule> rules = List.of();

  /** Set once, after creation, because schemas refer to each other in circles. */
  void rules(List<Rule> all) {
    rules = List.copyOf(all);
  }

  void check(JsonValue value, Findings findings) {
    if (!findings.effort().enter()) {
      return;
    }
    for (Rule rule : rules) {
      if (!findings.effort().spend()) {
        break;
      }
      rule.check(value, findings);
    }
    findings.effort().leave();
  }

  boolean accepts(JsonValue value, Findings context) {
    Findings trial = context.trial();
    check(value, trial);
    return trial.isEmpty();
  }
}
