package org.insignia.openbadges.rdf;

/**
 * The document's graph needs more work to canonicalise than any honest credential does, so its
 * signature is not looked at.
 */
public final class OverBudget extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverBudget(String detail) {
    super(detail);
  }
}
