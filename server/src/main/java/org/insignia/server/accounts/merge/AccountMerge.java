package org.insignia.server.accounts.merge;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A merge that was done.
 *
 * @param undoUntil as long as this it can be taken back
 * @param undoneAt null as long as it stands
 */
public record AccountMerge(
    UUID id,
    PersonId kept,
    String keptName,
    PersonId gone,
    String goneName,
    Instant mergedAt,
    Instant undoUntil,
    @Nullable Instant undoneAt) {
  /** Whether it can still be taken back. */
  public boolean isOpen(Instant now) {
    return undoneAt == null && undoUntil.isAfter(now);
  }
}
