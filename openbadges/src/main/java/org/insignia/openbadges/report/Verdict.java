package org.insignia.openbadges.report;

import java.util.Locale;

/** The one word about a badge. Only {@link #VALID} is good news without a condition. */
public enum Verdict {
  /** Signed by its issuer, current, and the issuer is known here. */
  VALID,
  /** As valid, but nobody here knows this issuer: anybody can sign in a name of their own. */
  UNKNOWN_ISSUER,
  /** Forged, altered or not a credential. */
  INVALID,
  /** Taken back by its issuer. */
  REVOKED,
  /** Not valid for now. */
  SUSPENDED,
  /** Its time is over. */
  EXPIRED,
  /** Its time has not begun. */
  NOT_YET_VALID,
  /** Something needed could not be learnt; this is not a good verdict. */
  UNCHECKED;

  /** As written in JSON: lower case with hyphens. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
