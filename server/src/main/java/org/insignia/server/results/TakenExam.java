package org.insignia.server.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exam that somebody took, as its newest row states it. Only a {@link Standing#FINAL} result
 * counts.
 *
 * @param examUid uid in the catalogue
 * @param examCode the code as the provider wrote it
 * @param takenAt the end of the sitting
 * @param reasons why it does not count, where it does not
 * @param score null where the provider gives none
 * @param passingScore null where the provider gives none
 */
public record TakenExam(
    ResultId id,
    CandidateId candidate,
    String examUid,
    String examCode,
    ProviderId provider,
    Instant takenAt,
    Outcome outcome,
    Standing standing,
    List<Finding> reasons,
    @Nullable BigDecimal score,
    @Nullable BigDecimal passingScore) {
  public TakenExam {
    reasons = List.copyOf(reasons);
  }

  /** Whether it is a pass that counts. */
  public boolean counts() {
    return standing == Standing.FINAL && outcome == Outcome.PASSED;
  }
}
