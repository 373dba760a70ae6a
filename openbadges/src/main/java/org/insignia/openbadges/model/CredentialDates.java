package org.insignia.openbadges.model;

import java.time.Instant;
import org.insignia.openbadges.members.MemberReader;
import org.jspecify.annotations.Nullable;

/** The validity period under its names in VC 2.0 and in VC 1.1. */
final class CredentialDates {
  private CredentialDates() {}

  static Instant validFrom(MemberReader in) {
    return in.has("validFrom") || !in.has("issuanceDate")
        ? in.instant("validFrom")
        : in.instant("issuanceDate");
  }

  static @Nullable Instant validUntil(MemberReader in) {
    return in.has("validUntil")
        ? in.optionalInstant("validUntil")
        : in.optionalInstant("expirationDate");
  }
}
