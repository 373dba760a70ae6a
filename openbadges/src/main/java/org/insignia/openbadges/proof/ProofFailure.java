package org.insignia.openbadges.proof;

/** Leaves a check early; becomes a {@link ProofResult} at the edge of this package. */
final class ProofFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ProofProblem problem;

  ProofFailure(ProofProblem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  ProofProblem problem() {
    return problem;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
