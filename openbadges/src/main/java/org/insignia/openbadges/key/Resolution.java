package org.insignia.openbadges.key;

/** What came of looking for a key. */
public sealed interface Resolution {

  /** The key is known. */
  record Found(VerificationKey key) implements Resolution {}

  /** There is no such key, and looking again will not help. */
  record NotFound(String reason) implements Resolution {}

  /** Whether there is such a key could not be learnt; later it may be. */
  record Unavailable(String reason) implements Resolution {}
}
