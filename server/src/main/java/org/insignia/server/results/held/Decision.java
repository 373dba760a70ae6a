package org.insignia.server.results.held;

/** What staff made of a held result. Names are stored: add, never rename. */
public enum Decision {
  /** It counts as it was sent. */
  RELEASED,
  /** It does not count, and waits no more. */
  DROPPED
}
