package org.insignia.server.api.me;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * A badge as its earner sees it.
 *
 * @param acceptance {@code pending}, {@code accepted} or {@code rejected}
 * @param visibility null until it was accepted
 */
record MyBadgeJson(
    UUID id,
    URI url,
    Named issuer,
    Named achievement,
    String name,
    Instant earnedAt,
    @Nullable Instant expiresAt,
    String state,
    String acceptance,
    @Nullable String visibility,
    Instant offeredAt) {

  /** Something with a name in addresses. */
  record Named(String slug, String name) {}

  static MyBadgeJson of(
      Credential badge, Achievement kind, Organisation issuer, Claim claim, URI url) {
    return new MyBadgeJson(
        badge.id().value(),
        url,
        new Named(issuer.slug(), issuer.name()),
        new Named(kind.slug(), kind.words(badge.language()).name()),
        badge.recipientName(),
        badge.earnedAt(),
        badge.validUntil(),
        word(badge.state()),
        word(claim.state()),
        claim.state() == Claim.State.ACCEPTED ? word(claim.visibility()) : null,
        claim.offeredAt());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
