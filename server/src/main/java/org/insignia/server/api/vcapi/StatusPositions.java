package org.insignia.server.api.vcapi;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.platform.problem.Problem;

/** Gives every position of one status list away once, in an order that cannot be guessed. */
final class StatusPositions {
  private static final int SIZE = BitstringStatusList.MIN_BITS;

  private final String listUrl;
  private final int start;
  private final int stride;
  private final AtomicInteger given = new AtomicInteger();

  StatusPositions(String listUrl, SecureRandom random) {
    this.listUrl = listUrl;
    this.start = random.nextInt(SIZE);
    // Odd, and the size a power of two: every position is met once.
    this.stride = random.nextInt(SIZE / 2) * 2 + 1;
  }

  /**
   * @throws Problem.Conflict when the list is full
   */
  StatusEntry next() {
    int number = given.getAndUpdate(n -> Math.min(n + 1, SIZE));
    if (number >= SIZE) {
      throw new Problem.Conflict("the status list of " + SIZE + " is full; start the server again");
    }
    int index = (int) ((start + (long) number * stride) % SIZE);
    return new StatusEntry(listUrl, index, StatusPurpose.REVOCATION);
  }
}
