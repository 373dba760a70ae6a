package org.insignia.server.support.missing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What became of a badge, station by station: whether it passed, what held it up, or that it never
 * got that far. A pure function of {@link Facts}.
 */
record Walk(List<Step> steps) {
  Walk {
    steps = List.copyOf(steps);
  }

  /** How it went at a station. */
  enum State {
    PASSED,
    STUCK,
    NOT_REACHED
  }

  /** One station. */
  record Step(Hop hop, State state, List<Found> found) {
    Step {
      found = List.copyOf(found);
    }
  }

  static Walk of(Facts facts) {
    var steps = new ArrayList<Step>();
    for (var hop : Hop.values()) {
      var found =
          Arrays.stream(Cause.values())
              .filter(cause -> cause.hop() == hop)
              .map(cause -> cause.in(facts))
              .flatMap(Optional::stream)
              .toList();
      var state =
          !found.isEmpty() ? State.STUCK : reached(hop, facts) ? State.PASSED : State.NOT_REACHED;
      steps.add(new Step(hop, state, found));
    }
    return new Walk(steps);
  }

  /** All causes, in the order of the way. */
  List<Found> found() {
    return steps.stream().flatMap(step -> step.found().stream()).toList();
  }

  private static boolean reached(Hop hop, Facts facts) {
    return switch (hop) {
      case PROVIDER, CANDIDATE, RESULT, RULE -> !facts.unknown();
      case CREDENTIAL -> facts.issued().credential() != null;
      case MAIL, ACCOUNT -> facts.issued().claim() != null;
      case PRIVACY -> facts.held();
    };
  }
}
