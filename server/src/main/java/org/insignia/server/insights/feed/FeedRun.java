package org.insignia.server.insights.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a feed.
 *
 * @param finishedAt null while it is under way
 * @param bytes read, as they came
 * @param items found in it, with those refused
 */
public record FeedRun(
    UUID id,
    UUID feed,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Outcome outcome,
    Reason reason,
    long bytes,
    int items,
    int refused,
    int added,
    int changed,
    int unchanged,
    int closed) {
  /** Items whose id came before in the same run, the first of which counts. */
  public int repeated() {
    boolean published = outcome == Outcome.GOOD || outcome == Outcome.PARTIAL;
    return published ? items - refused - added - changed - unchanged : 0;
  }
}
