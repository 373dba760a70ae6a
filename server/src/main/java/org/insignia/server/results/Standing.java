package org.insignia.server.results;

/** Whether a result counts. Names are stored: add, never rename. */
public enum Standing {
  /** It counts. */
  FINAL,
  /** It waits: the provider holds it, or it contradicts itself. */
  HELD,
  /** A beta exam that has not been scored. */
  PENDING,
  /** The provider took it back. */
  REVOKED,
  /** It was held, and staff decided that it does not count. */
  DROPPED
}
