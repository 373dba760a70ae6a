package org.insignia.server.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record.
 *
 * @param number its place in the chain, from 1; 0 while it waits for one
 * @param hash over its content and the line before; empty while it waits
 */
public record AuditLine(
    UUID id,
    Instant at,
    String actor,
    @Nullable UUID organisation,
    String action,
    String subject,
    String detail,
    long number,
    String hash) {}
