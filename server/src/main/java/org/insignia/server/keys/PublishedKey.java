package org.insignia.server.keys;

import java.time.Instant;
import org.insignia.openbadges.key.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The public part of a signing key.
 *
 * @param retiredAt since when nothing is signed with it; null for the one in use
 * @param compromisedAt since when somebody else may have had it; null for one that is sound
 */
public record PublishedKey(
    KeyId id,
    PublicKey key,
    Instant createdAt,
    @Nullable Instant retiredAt,
    @Nullable Instant compromisedAt) {

  /** The public part in Multikey form. */
  public String multibase() {
    return key.multibase();
  }
}
