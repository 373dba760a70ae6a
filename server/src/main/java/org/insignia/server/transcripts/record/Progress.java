package org.insignia.server.transcripts.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.insignia.server.eligibility.Explanation.Node;
import org.insignia.server.eligibility.Explanation.Note;
import org.insignia.server.eligibility.Explanation.Reason;

/**
 * How far somebody is on the shortest way through a requirement.
 *
 * @param passed parts that hold on that way
 * @param needed parts of that way
 */
record Progress(int passed, int needed) {

  static Progress of(Node node) {
    return switch (node.shape()) {
      case EXAM, CERTIFICATION -> new Progress(node.holds() ? 1 : 0, 1);
      case ALL, ANY, AT_LEAST ->
          node.parts().stream()
              .map(Progress::of)
              .sorted(
                  Comparator.comparing(Progress::left)
                      .thenComparing(Comparator.comparing(Progress::passed).reversed()))
              .limit(node.needed())
              .reduce(new Progress(0, 0), Progress::and);
    };
  }

  /** Whether what is missing can still be passed on this day. */
  static boolean isPossible(Node node, LocalDate today) {
    return node.holds()
        || switch (node.shape()) {
          case EXAM -> node.notes().stream().noneMatch(note -> isOver(note, today));
          case CERTIFICATION -> true;
          case ALL, ANY, AT_LEAST -> possible(node.parts(), today) >= node.needed();
        };
  }

  private static long possible(List<Node> parts, LocalDate today) {
    return parts.stream().filter(part -> isPossible(part, today)).count();
  }

  private static boolean isOver(Note note, LocalDate today) {
    LocalDate day = note.day();
    return note.reason() == Reason.UNKNOWN_ENTRY
        || note.reason() == Reason.RETIRED && day != null && day.isBefore(today);
  }

  private int left() {
    return needed - passed;
  }

  private Progress and(Progress other) {
    return new Progress(passed + other.passed, needed + other.needed);
  }
}
