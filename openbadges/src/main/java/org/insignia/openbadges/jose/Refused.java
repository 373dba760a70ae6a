package org.insignia.openbadges.jose;

import org.insignia.openbadges.proof.ProofProblem;
import org.insignia.openbadges.proof.ProofResult;

/** Leaves a check early; becomes a {@link ProofResult} at the edge of this package. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ProofProblem problem;

  Refused(ProofProblem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  ProofResult result() {
    return new ProofResult.Invalid("", problem, String.valueOf(getMessage()));
  }
}
