package org.insignia.server.platform.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of requests that the database left unanswered: one whole, then how many there were.
 * To write each with its cause would make an overload worse.
 */
public final class Unanswered {
  private static final Logger LOG = LoggerFactory.getLogger(Unanswered.class);
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private static final AtomicLong TOLD = new AtomicLong(System.nanoTime() - PAUSE);
  private static final LongAdder UNTOLD = new LongAdder();

  private Unanswered() {}

  /** Counts this one, and tells it if nothing was told lately. */
  public static void note(Exception cause) {
    long now = System.nanoTime();
    long told = TOLD.get();
    if (now - told >= PAUSE && TOLD.compareAndSet(told, now)) {
      LOG.error(
          "the database did not answer; {} requests more since this was told last",
          UNTOLD.sumThenReset(),
          cause);
    } else {
      UNTOLD.increment();
    }
  }
}
