package org.insignia.server.insights.posting;

/** How much experience is asked for; leading people is apart, for its pay is not comparable. */
public enum Seniority {
  INTERN,
  JUNIOR,
  MID,
  SENIOR,
  /** Staff, principal, lead of a subject. */
  STAFF,
  /** Leads people. */
  MANAGEMENT,
  /** The posting does not say. */
  UNSTATED
}
