package org.insignia.server.issuing.bulk;

import java.time.Duration;
import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/**
 * A list's file, and the addresses in its report, are of no more use a month after its end; what it
 * issued and how many rows that were stays. One that nobody started within a month ends, too.
 */
@Component
final class RunSweep implements Sweep {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int AT_ONCE = 10;
  private final BulkStore runs;

  RunSweep(BulkStore runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "issue-runs";
  }

  @Override
  public boolean piece(Instant now) {
    runs.abandon(now.minus(KEPT), now);
    return runs.sweep(now.minus(KEPT), AT_ONCE) == AT_ONCE;
  }
}
