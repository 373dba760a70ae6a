package org.insignia.server.results.held;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A result with what decides whether it may count.
 *
 * @param number the provider's id of the result
 * @param candidateNumber the provider's id of the candidate
 * @param reasons why it does not count; empty where it does
 * @param saidAt when its newest row was sent
 */
public record HeldResult(
    ResultId id,
    OrganisationId organisation,
    DossierId dossier,
    String candidateName,
    String candidateNumber,
    ProviderId provider,
    String number,
    String examCode,
    Instant takenAt,
    Outcome outcome,
    Standing standing,
    @Nullable BigDecimal score,
    List<Finding> reasons,
    Instant saidAt) {
  public HeldResult {
    reasons = List.copyOf(reasons);
  }

  /** Whether it could count as it was sent; without a grade nothing could. */
  public boolean canBeReleased() {
    return outcome != Outcome.UNKNOWN
        && (standing == Standing.HELD || standing == Standing.DROPPED);
  }
}
