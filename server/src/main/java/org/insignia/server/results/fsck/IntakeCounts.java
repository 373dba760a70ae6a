package org.insignia.server.results.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.springframework.stereotype.Component;

/**
 * I10: a file's counts are those of its rows. Refused rows beyond a limit are counted and not kept.
 */
@Component
final class IntakeCounts implements Invariant {
  private final IntakeCountStore store;

  IntakeCounts(IntakeCountStore store) {
    this.store = store;
  }

  @Override
  public String key() {
    return "intake-counts";
  }

  @Override
  public int number() {
    return 10;
  }

  @Override
  public void check(Probe probe) {
    store.check(probe);
  }
}
