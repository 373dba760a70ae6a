package org.insignia.server.eligibility;

import java.util.List;
import org.insignia.server.eligibility.Taken.Mark;
import org.insignia.server.results.TakenExam;

/** Results as the intake knows them, brought down to what a decision needs. */
final class TakenExams {
  private TakenExams() {}

  static List<Taken> plain(List<TakenExam> exams) {
    return exams.stream()
        .map(exam -> new Taken(exam.id().value(), exam.examUid(), exam.takenAt(), mark(exam)))
        .toList();
  }

  private static Mark mark(TakenExam exam) {
    return switch (exam.standing()) {
      case HELD -> Mark.HELD;
      case PENDING -> Mark.PENDING;
      case REVOKED -> Mark.REVOKED;
      case DROPPED -> Mark.DROPPED;
      case FINAL ->
          switch (exam.outcome()) {
            case PASSED -> Mark.PASSED;
            case FAILED -> Mark.FAILED;
            case NO_SHOW -> Mark.NO_SHOW;
            case NDA_REFUSED, UNKNOWN -> Mark.NO_RESULT;
          };
    };
  }
}
