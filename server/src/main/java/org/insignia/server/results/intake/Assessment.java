package org.insignia.server.results.intake;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.Standing;
import org.insignia.server.results.feed.Grade;
import org.insignia.server.results.feed.ResultRow;
import org.insignia.server.results.feed.Status;

/**
 * What a row says by itself, without looking at any other row.
 *
 * @param reasons why it does not count, where it does not
 * @param notes what is worth saying all the same
 */
record Assessment(Outcome outcome, Standing standing, List<Finding> reasons, List<Finding> notes) {
  Assessment {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  static Assessment of(ResultRow row, Exam exam) {
    var outcome = outcome(row);
    var doubts =
        row.status().standing() == Standing.FINAL ? doubts(row, outcome) : List.<Finding>of();
    var standing = doubts.isEmpty() ? row.status().standing() : Standing.HELD;
    return new Assessment(outcome, standing, reasons(row, doubts), notes(row, outcome, exam));
  }

  private static Outcome outcome(ResultRow row) {
    if (row.noShow()) {
      return Outcome.NO_SHOW;
    }
    if (row.ndaRefused()) {
      return Outcome.NDA_REFUSED;
    }
    return switch (row.grade()) {
      case PASS -> Outcome.PASSED;
      case FAIL -> Outcome.FAILED;
      case NONE -> Outcome.UNKNOWN;
    };
  }

  /**
   * The grade is what the provider decided; where the figures of the same row deny it, a person has
   * to look.
   */
  private static List<Finding> doubts(ResultRow row, Outcome outcome) {
    var doubts = new ArrayList<Finding>();
    var score = row.score();
    var mark = row.passingScore();
    if (outcome == Outcome.UNKNOWN) {
      doubts.add(Finding.of("no-grade"));
    }
    if (outcome == Outcome.NO_SHOW && row.grade() == Grade.PASS) {
      doubts.add(Finding.of("no-show-passed"));
    }
    if (score != null && mark != null && outcome == Outcome.PASSED && score.compareTo(mark) < 0) {
      doubts.add(Finding.of("pass-below-mark", score.toPlainString(), mark.toPlainString()));
    }
    if (score != null && mark != null && outcome == Outcome.FAILED && score.compareTo(mark) >= 0) {
      doubts.add(Finding.of("fail-above-mark", score.toPlainString(), mark.toPlainString()));
    }
    var least = row.scoreMin();
    var most = row.scoreMax();
    if (score != null
        && ((least != null && score.compareTo(least) < 0)
            || (most != null && score.compareTo(most) > 0))) {
      doubts.add(Finding.of("score-out-of-range", score.toPlainString()));
    }
    return doubts;
  }

  private static List<Finding> reasons(ResultRow row, List<Finding> doubts) {
    return switch (row.status()) {
      case HELD -> List.of(Finding.of("held-by-provider"));
      case BETA_PENDING -> List.of(Finding.of("beta-pending"));
      case REVOKED -> List.of(Finding.of("revoked-by-provider"));
      case FINAL, RELEASED, CORRECTED, UNREVOKED -> doubts;
    };
  }

  private static List<Finding> notes(ResultRow row, Outcome outcome, Exam exam) {
    var notes = new ArrayList<Finding>();
    if (row.score() == null && outcome == Outcome.PASSED && row.status() != Status.BETA_PENDING) {
      notes.add(Finding.of("score-empty"));
    }
    if (outcome == Outcome.NDA_REFUSED) {
      notes.add(Finding.of("nda-refused"));
    }
    var retirement = exam.retirement();
    if (retirement != null
        && row.taken().atZone(ZoneOffset.UTC).toLocalDate().isAfter(retirement)) {
      notes.add(Finding.of("exam-retired", exam.number(), retirement));
    }
    return notes;
  }
}
