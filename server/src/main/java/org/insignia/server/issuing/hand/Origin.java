package org.insignia.server.issuing.hand;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a badge came about that staff gave.
 *
 * @param by as in the audit: {@code person:UUID} or the name of a token
 * @param earnerNumber how the organisation numbers the earner; empty where it says nothing
 * @param run the list it came in; null for a single one
 */
public record Origin(String by, Instant at, String earnerNumber, @Nullable UUID run) {}
