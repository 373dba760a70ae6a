package org.insignia.server.insights.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed and how it is.
 *
 * @param fromFile whether {@code feeds.yaml} says it, so that it is changed there alone
 * @param hasKey whether a key is sent along
 * @param dueAt when it is fetched next; null where it is not by itself
 * @param failures in a row
 * @param outcome of the last run
 * @param triedAt when the last run began
 * @param goodAt when its postings were confirmed last
 * @param open how many of its postings are open
 */
public record Feed(
    UUID id,
    FeedSettings settings,
    boolean fromFile,
    boolean hasKey,
    @Nullable Instant dueAt,
    int failures,
    Outcome outcome,
    Reason reason,
    @Nullable Instant triedAt,
    @Nullable Instant goodAt,
    long open) {
  /** Whether the last good data are older than the last try. */
  public boolean isStale() {
    return outcome == Outcome.HELD || outcome == Outcome.FAILED;
  }
}
