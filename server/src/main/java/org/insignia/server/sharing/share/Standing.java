package org.insignia.server.sharing.share;

import org.insignia.server.issuing.Credential.State;
import org.insignia.server.sharing.ShownBadge;

/** What others see of a badge: only one that counts and is public can be shared. */
public enum Standing {
  /** Everything. */
  PUBLIC,
  /** Nothing. */
  PRIVATE,
  /** That it is suspended. */
  SUSPENDED,
  /** That it does not count any more. */
  REVOKED;

  /** Of a badge as it is now. */
  public static Standing of(ShownBadge badge) {
    return switch (badge.credential().state()) {
      case REVOKED, REPLACED -> REVOKED;
      case ISSUED, SUSPENDED ->
          !badge.claim().isPublic()
              ? PRIVATE
              : badge.credential().state() == State.SUSPENDED ? SUSPENDED : PUBLIC;
    };
  }

  /** Whether there is anything to share. */
  public boolean isShareable() {
    return this == PUBLIC || this == SUSPENDED;
  }
}
