package org.insignia.server.api.host;

import java.time.Instant;
import java.util.UUID;

/**
 * A badge that a person has, as a document.
 *
 * @param id of the credential here, or of the badge from elsewhere
 * @param form in which it is
 * @param document as it was signed or handed in, to the byte
 * @param issuer its issuer's id
 * @param name its own id; empty where it has none
 * @param from since when it holds
 * @param isRecord whether it is a learner record, and no badge
 */
record HeldBadge(
    UUID id,
    Form form,
    String document,
    String issuer,
    String name,
    Instant from,
    boolean isRecord) {
  /** In what a badge comes. */
  enum Form {
    /** Open Badges 3.0 or any verifiable credential, JSON. */
    CREDENTIAL,
    /** The same as a compact JWS. */
    CREDENTIAL_JWS,
    /** Open Badges 2.0, JSON. */
    ASSERTION,
    /** The same as a compact JWS. */
    ASSERTION_JWS
  }

  boolean isCredential() {
    return form == Form.CREDENTIAL || form == Form.CREDENTIAL_JWS;
  }

  /** Whether it is a credential of one achievement. */
  boolean isBadge() {
    return isCredential() && !isRecord;
  }

  /** Whether both speak of the same credential (Open Badges 3.0 #upsertcredential). */
  boolean isSame(HeldBadge other) {
    return !name.isEmpty() && issuer.equals(other.issuer) && name.equals(other.name);
  }
}
