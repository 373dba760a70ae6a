package org.insignia.server.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are looked for.
 *
 * @param actor exactly, for example {@code person:UUID}; {@code program} for all that are no
 *     person; empty for all
 * @param action its beginning, for example {@code keys.}; empty for all
 * @param subject exactly, or what stands behind its colon; empty for all
 * @param from the first moment
 * @param until the moment after the last
 * @param before only lines that are older than this one; null for the newest
 */
public record AuditWish(
    String actor,
    String action,
    String subject,
    Instant from,
    Instant until,
    @Nullable Place before) {

  /** A place in the list. */
  public record Place(Instant at, UUID id) {}

  /** The same further back. */
  public AuditWish after(Place last) {
    return new AuditWish(actor, action, subject, from, until, last);
  }
}
