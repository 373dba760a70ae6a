package org.insignia.server.support.missing;

/** The stations on a badge's way, in their order. Names are keys of texts: add, never rename. */
public enum Hop {
  /** Whether a delivery provider has told of this person at all. */
  PROVIDER,
  /** Whether everything the providers know is known to be one person's. */
  CANDIDATE,
  RESULT,
  /** What the organisation gives a badge for, and whether all of it was passed. */
  RULE,
  CREDENTIAL,
  MAIL,
  ACCOUNT,
  /** Whether others can see it. */
  PRIVACY
}
