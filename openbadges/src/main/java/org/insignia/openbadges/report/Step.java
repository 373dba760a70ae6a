package org.insignia.openbadges.report;

import java.util.Locale;

/**
 * A step of verification, in the order of reporting.
 *
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/#verification">OB 3.0, verification</a>
 */
public enum Step {
  /** The bytes can be read: picture, JSON, JWT. */
  PARSE,
  /** The members that every credential has are there and sound. */
  DATA_MODEL,
  /** Every term is defined by a known context, so that signed and shown mean the same. */
  CONTEXT,
  /** It keeps to its standard: contexts, types, schema. Alone, this makes nothing invalid. */
  CONFORMANCE,
  /** A signature holds. */
  PROOF,
  /** The key that signed is the issuer's (or the holder's, of a presentation). */
  ISSUER,
  /** Whether there is a newer form. */
  REFRESH,
  /** Not revoked, not suspended. */
  STATUS,
  /** Now is within its period. */
  VALIDITY,
  /** It belongs to the recipient who was asked for. */
  RECIPIENT,
  /** Who else speaks for it; what fails here is shown and counts for nothing. */
  ENDORSEMENTS,
  /** The credentials inside of a record or presentation. */
  EMBEDDED,
  /** The issuer is known here. */
  TRUST,
  /**
   * The signature of the PDF that it came in. It says nothing of the credential, and decides
   * nothing.
   */
  DOCUMENT;

  /** As written in JSON: lower case with hyphens. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
