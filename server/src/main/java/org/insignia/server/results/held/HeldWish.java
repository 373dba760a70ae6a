package org.insignia.server.results.held;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which held results are asked for.
 *
 * @param dropped those that were dropped; otherwise those that wait
 * @param cause code of the first reason; empty for all
 * @param after the last of the page before; null for the first page
 */
public record HeldWish(boolean dropped, String cause, @Nullable Place after) {
  /** A place in the list: what was sent first waits longest and stands first. */
  public record Place(Instant saidAt, UUID id) {}
}
