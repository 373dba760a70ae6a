package org.insignia.server.accounts.passkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its person sees it.
 *
 * @param synced whether the maker of the device keeps a copy, so that it survives the device
 * @param usedAt null as long as it was never used
 */
public record Passkey(
    UUID id, String name, boolean synced, Instant addedAt, @Nullable Instant usedAt) {}
