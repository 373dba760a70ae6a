package org.insignia.openbadges.shape;

import java.util.concurrent.atomic.AtomicInteger;

/** How many bytes may still be remembered: whoever sends documents must not fill our memory. */
final class Room {
  private final AtomicInteger left;

  Room(int bytes) {
    this.left = new AtomicInteger(bytes);
  }

  boolean isUsedUp() {
    return left.get() <= 0;
  }

  /** Whether this much may be remembered; then it counts. */
  boolean take(int bytes) {
    return left.get() > 0 && left.getAndAdd(-bytes) > 0;
  }
}
