package org.insignia.openbadges.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.JsonPointer;

/** Problems found so far, and the place being looked at. */
final class Findings {
  private static final int MOST_PROBLEMS = 100;

  private final List<String> path;
  private final Effort effort;
  private final Set<SchemaProblem> problems = new LinkedHashSet<>();

  /** Rules applied in all trials of one check; alternatives in alternatives multiply. */
  static final class Effort {
    private static final int MOST_RULES = 2_000_000;
    private static final int DEEPEST = 600;
    private int left = MOST_RULES;

    private int depth;

    /** False where schemas call each other without end. */
    boolean enter() {
      if (++depth > DEEPEST) {
        left = -1;
      }
      return left >= 0;
    }

    void leave() {
      depth--;
    }

    /** False where no more may be done. */
    boolean spend() {
      return --left >= 0;
    }

    boolean isSpent() {
      return left < 0;
    }
  }

  Findings() {
    this(new ArrayList<>(), new Effort());
  }

  private Findings(List<String> path, Effort effort) {
    this.path = path;
    this.effort = effort;
  }

  /** Findings of their own at the same place, to try an alternative. */
  Findings trial() {
    return new Findings(path, effort);
  }

  Effort effort() {
    return effort;
  }

  void enter(String token) {
    path.add(token);
  }

  void leave() {
    path.removeLast();
  }

  int depth() {
    return path.size();
  }

  void problem(String detail) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new SchemaProblem(pointer(), detail));
    }
  }

  void addAll(Findings trial) {
    problems.addAll(trial.problems);
  }

  boolean isEmpty() {
    return problems.isEmpty() && !effort.isSpent();
  }

  List<SchemaProblem> problems() {
    if (effort.isSpent()) {
      return List.of(new SchemaProblem("", "too large to compare with its schema"));
    }
    return List.copyOf(problems);
  }

  private String pointer() {
    var out = new StringBuilder();
    path.forEach(token -> out.append('/').append(JsonPointer.escape(token)));
    return out.toString();
  }
}
