package org.insignia.server.eligibility;

/** Why an award is as it is. Names are stored and are keys of texts: add, never rename. */
public enum Cause {
  /** Everything required was passed. */
  EARNED,
  /** Given back after what had been taken back was restored. */
  RESTORED,
  /** A result or its date was corrected, or a renewal came in. */
  DATES_CHANGED,
  /** Two candidate records turned out to be one person. */
  MERGED,
  RESULT_REVOKED,
  RESULT_HELD,
  /** A result it rested on is no pass any more. */
  RESULT_CORRECTED,
  /** A result it rested on belongs to somebody else now. */
  RESULT_GONE,
  /** Staff gave it without any result; no decision takes it away. */
  BY_HAND,
  /** Staff gave it and took it back. */
  TAKEN_BACK
}
