package org.insignia.server.platform.ids;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDv7 keys (RFC 9562 #name-uuid-version-7): ordered by time, so that new rows land at the
 * end of an index.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Milliseconds and a 12-bit counter in one number: strictly rising within this process. */
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  /** A new identifier, greater than every earlier one of this process. */
  public static UUID next() {
    long now = System.currentTimeMillis() << 12;
    long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
    long high = (tick >>> 12) << 16 | 0x7000 | (tick & 0xFFF);
    long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
