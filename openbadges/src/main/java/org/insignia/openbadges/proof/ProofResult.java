package org.insignia.openbadges.proof;

import org.insignia.openbadges.key.VerificationKey;

/**
 * What checking one proof found. That a proof holds says which key signed, not that the key is the
 * issuer's: for that see {@link IssuerBinding}.
 */
public sealed interface ProofResult {

  /** Where the proof stands in the document, as a JSON Pointer; empty for an enveloping one. */
  String pointer();

  /**
   * The proof holds.
   *
   * @param algorithm the cryptosuite, or {@code alg} of a JOSE or COSE envelope
   */
  record Valid(String pointer, String algorithm, VerificationKey key) implements ProofResult {}

  /**
   * The proof does not hold, whatever the network says.
   *
   * @param detail English, without personal data
   */
  record Invalid(String pointer, ProofProblem problem, String detail) implements ProofResult {}

  /** The key could not be learnt; later the answer may be another. */
  record Unchecked(String pointer, String because) implements ProofResult {}
}
