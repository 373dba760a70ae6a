package org.insignia.openbadges.report;

/** By which standard a document was read. */
public enum CredentialKind {
  OPEN_BADGE_3,
  ENDORSEMENT_3,
  CLR_2,
  OPEN_BADGE_2,
  /** A verifiable credential of no kind above. */
  CREDENTIAL,
  PRESENTATION,
  /** It could not be told. */
  UNKNOWN
}
