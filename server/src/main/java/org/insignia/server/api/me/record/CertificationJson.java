package org.insignia.server.api.me.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.jspecify.annotations.Nullable;

/**
 * A certification that a person holds or held.
 *
 * @param key names it among the items of this transcript, for ever
 * @param uid in the issuer's catalogue
 * @param status {@code active}, {@code retired}, {@code expired}, {@code suspended} or {@code
 *     revoked}
 * @param renewableFrom the first day on which a renewal counts
 * @param reason why it is suspended or revoked
 * @param number the certificate's
 */
record CertificationJson(
    String key,
    Issuer issuer,
    String uid,
    String title,
    String status,
    Instant earnedAt,
    @Nullable Instant expiresAt,
    @Nullable LocalDate renewableFrom,
    @Nullable String reason,
    @Nullable String number,
    @Nullable UUID badge,
    boolean accepted) {

  /** Who gave it. */
  record Issuer(String slug, String name) {}

  static CertificationJson of(EarnedCertification one, Issuer issuer) {
    return new CertificationJson(
        one.key(),
        issuer,
        one.uid(),
        one.title(),
        word(one.status()),
        one.earnedAt(),
        one.validUntil(),
        one.renewableFrom(),
        one.reason(),
        one.number(),
        id(one.credential()),
        one.accepted());
  }

  static @Nullable UUID id(@Nullable CredentialId badge) {
    return badge == null ? null : badge.value();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
