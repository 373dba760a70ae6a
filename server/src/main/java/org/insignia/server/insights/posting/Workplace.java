package org.insignia.server.insights.posting;

/** Where the work is done. */
public enum Workplace {
  ONSITE,
  HYBRID,
  REMOTE,
  /** The posting does not say. */
  UNSTATED
}
