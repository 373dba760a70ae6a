package org.insignia.server.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what workers do. */
public final class Until {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Until() {}

  /** Returns as soon as it is so. */
  public static void holds(BooleanSupplier so) {
    var end = Instant.now().plus(PATIENCE);
    while (!so.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("it did not come about within " + PATIENCE);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
