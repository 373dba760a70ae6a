package org.insignia.server.api.limits;

/**
 * What somebody asks for.
 *
 * @param subject who pays: the same word on all nodes
 * @param asked how much; no more than the quota
 */
record Charge(String subject, Policy policy, int asked) {
  /** What both ask for, of whom the subject is the same. */
  Charge with(Charge other) {
    return new Charge(subject, policy, asked + other.asked);
  }

  /** Whether a full bucket holds it. */
  boolean fits() {
    return asked <= policy.quota();
  }
}
