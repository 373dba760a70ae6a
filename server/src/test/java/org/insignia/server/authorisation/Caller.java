package org.insignia.server.authorisation;

/** Who stands in front of the server, in the order of the columns. */
enum Caller {
  /** Not signed in. */
  ANONYMOUS,
  /** Holds the badges of the fixtures. */
  OWNER,
  /** Holds other badges. */
  EARNER,
  /** Of the issuer's staff. */
  VIEWER,
  ISSUER,
  ADMIN,
  LEADER,
  /** Leads another organisation. */
  STRANGER,
  /** Runs the server. */
  OPERATOR
}
