package org.insignia.openbadges.schema;

import java.util.Comparator;
import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.schema.Schema.Rule;

/** The keywords that combine schemas. */
final class Alternatives {
  private Alternatives() {}

  static Rule allOf(List<Schema> schemas) {
    return (value, findings) -> schemas.forEach(schema -> schema.check(value, findings));
  }

  static Rule anyOf(List<Schema> schemas) {
    return (value, findings) -> {
      if (schemas.stream().noneMatch(schema -> schema.accepts(value, findings))) {
        explain(schemas, value, findings);
      }
    };
  }

  static Rule oneOf(List<Schema> schemas) {
    return (value, findings) -> {
      long matching = schemas.stream().filter(schema -> schema.accepts(value, findings)).count();
      if (matching == 0) {
        explain(schemas, value, findings);
      } else if (matching > 1) {
        findings.problem("fits " + matching + " of the alternatives, exactly one is allowed");
      }
    };
  }

  static Rule not(Schema schema) {
    return (value, findings) -> {
      if (schema.accepts(value, findings)) {
        findings.problem("is what must not be here");
      }
    };
  }

  static Rule ifThenElse(Schema condition, Schema then, Schema otherwise) {
    return (value, findings) ->
        (condition.accepts(value, findings) ? then : otherwise).check(value, findings);
  }

  /** Reports the alternative that was meant: the one whose problems lie deepest in the value. */
  private static void explain(List<Schema> schemas, JsonValue value, Findings findings) {
    schemas.stream()
        .map(schema -> {
          Findings trial = findings.trial();
          schema.check(value, trial);
          return trial;
        })
        .max(Comparator.comparingInt(Alternatives::shallowest))
        .ifPresent(findings::addAll);
    if (findings.isEmpty()) {
      findings.problem("fits none of the alternatives");
    }
  }

  private static int shallowest(Findings trial) {
    return trial.problems().stream()
        .mapToInt(problem -> (int) problem.pointer().chars().filter(c -> c == '/').count())
        .min()
        .orElse(0);
  }
}
