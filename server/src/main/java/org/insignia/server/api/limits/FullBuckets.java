package org.insignia.server.api.limits;

import java.time.Duration;
import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/** Whoever was quiet for longer than a window has all of it again, and needs no row. */
@Component
final class FullBuckets implements Sweep {
  private static final Duration QUIET = Duration.ofHours(1);
  private static final int AT_ONCE = 1000;

  private final BucketStore store;

  FullBuckets(BucketStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "api-limits";
  }

  @Override
  public boolean piece(Instant now) {
    return store.removeFull(now.minus(QUIET), AT_ONCE) == AT_ONCE;
  }
}
