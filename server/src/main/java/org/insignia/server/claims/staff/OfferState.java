package org.insignia.server.claims.staff;

import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;

/** One word for what the issuer and the earner made of a badge. */
enum OfferState {
  WAITING("info"),
  ACCEPTED("good"),
  REJECTED("none"),
  SUSPENDED("warn"),
  REVOKED("bad"),
  REPLACED("none");

  private final String tone;

  OfferState(String tone) {
    this.tone = tone;
  }

  String tone() {
    return tone;
  }

  String key() {
    return "claims.offer.state." + name();
  }

  /** The issuer's word goes before the earner's. */
  static OfferState of(Claim claim, Credential credential) {
    return switch (credential.state()) {
      case SUSPENDED -> SUSPENDED;
      case REVOKED -> REVOKED;
      case REPLACED -> REPLACED;
      case ISSUED ->
          switch (claim.state()) {
            case PENDING -> WAITING;
            case ACCEPTED -> ACCEPTED;
            case REJECTED -> REJECTED;
          };
    };
  }
}
