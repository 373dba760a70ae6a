package org.insignia.openbadges.proof;

/** Why a proof does not hold. */
public enum ProofProblem {
  /** A member is missing, of the wrong type or not in its one spelling. */
  MALFORMED,
  /** More proofs than anybody makes. */
  TOO_MANY_PROOFS,
  /** A proof type or cryptosuite that is not known here. */
  UNKNOWN_SUITE,
  /** Made for another purpose than the one wanted. */
  WRONG_PURPOSE,
  CREATED_IN_FUTURE,
  EXPIRED,
  /** {@code INVALID_DOMAIN_ERROR}. */
  WRONG_DOMAIN,
  /** {@code INVALID_CHALLENGE_ERROR}. */
  WRONG_CHALLENGE,
  /** The proof has a context that the document does not start with. */
  CONTEXT_DIFFERS,
  /**
   * {@code DATA_LOSS_DETECTION_ERROR} and other ways in which the signed form would not say all.
   */
  NOT_FULLY_SIGNED,
  /** {@code PROOF_TRANSFORMATION_ERROR}: canonicalising takes more work than is allowed. */
  TOO_COMPLEX,
  /** A selective-disclosure proof for the holder's eyes only. */
  BASE_PROOF,
  /** An earlier proof that this one covers is not there, or does not hold. */
  PREVIOUS_PROOF,
  KEY_NOT_FOUND,
  /** The controller did not publish the key for this purpose. */
  KEY_NOT_FOR_PURPOSE,
  /** The key cannot sign with this suite or algorithm. */
  KEY_OF_OTHER_KIND,
  /** {@code PROOF_VERIFICATION_ERROR}: this key did not sign this document. */
  WRONG_SIGNATURE
}
