package org.insignia.openbadges.rdf;

/**
 * How much work one canonicalisation may take. Canonical forms are computed before a signature is
 * checked, so whoever sends a document decides on the work, and a symmetric graph of a few dozen
 * nodes can ask for years. A tick is one related node looked at by the n-degree step of RDFC-1.0.
 */
public final class WorkBudget {
  private static final int STANDARD_TICKS = 200_000;
  private static final int DEEPEST_RECURSION = 256;

  private final int allowed;
  private int left;

  private WorkBudget(int ticks) {
    this.allowed = ticks;
    this.left = ticks;
  }

  /** 200,000 ticks; the hardest of the official test vectors needs about a tenth of it. */
  public static WorkBudget standard() {
    return new WorkBudget(STANDARD_TICKS);
  }

  /** A budget of its own. */
  public static WorkBudget ofTicks(int ticks) {
    return new WorkBudget(ticks);
  }

  /** Ticks used so far. */
  public int used() {
    return allowed - left;
  }

  void spend() {
    if (--left < 0) {
      throw new OverBudget("the graph needs more than " + allowed + " steps to canonicalise");
    }
  }

  void checkDepth(int depth) {
    if (depth > DEEPEST_RECURSION) {
      throw new OverBudget("more than " + DEEPEST_RECURSION + " alike blank nodes in a row");
    }
  }
}
