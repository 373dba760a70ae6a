package org.insignia.server.api.badges;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge as programs see it.
 *
 * @param url its page, which everybody sees once its earner accepted and shows it
 * @param person under which the organisation keeps what belongs to its earner
 * @param state {@code issued}, {@code suspended}, {@code revoked} or {@code replaced}
 * @param stateSince null while it is in force
 * @param stateReason null where none was said
 * @param acceptance {@code none} until it was offered, then {@code pending}, {@code accepted} or
 *     {@code rejected}
 * @param visibility {@code public} or {@code private}; null until it was accepted
 * @param signed whether its document is there; it follows moments after the badge was decided
 */
record BadgeJson(
    UUID id,
    URI url,
    Of achievement,
    Recipient recipient,
    UUID person,
    Instant earnedAt,
    Instant issuedAt,
    @Nullable Instant expiresAt,
    String state,
    @Nullable Instant stateSince,
    @Nullable String stateReason,
    String acceptance,
    @Nullable Instant decidedAt,
    @Nullable String visibility,
    @Nullable UUID replaces,
    @Nullable UUID replacedBy,
    boolean signed) {

  /** What it is for. */
  record Of(UUID id, String slug, String name) {}

  /** Whom it was issued to, as it stands in it. */
  record Recipient(String name, String email) {}
}
