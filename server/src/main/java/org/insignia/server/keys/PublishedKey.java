package org.insignia.server.keys;

import java.time.Instant;
import org.insignia.openbadges.key.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The public part of a signing key.
 *
 * @param retiredAt since when nothing is signed with it; null for the one in use
 */
public record PublishedKey(
    KeyId id, PublicKey key, Instant createdAt, @Nullable Instant retiredAt) {}
