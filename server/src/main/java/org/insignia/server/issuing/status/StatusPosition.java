package org.insignia.server.issuing.status;

import java.util.UUID;

/** A credential's bit: which list, and where in it, counted from 0. */
public record StatusPosition(UUID list, int index) {
  /** Bits of one list: the fewest that the standard allows. */
  public static final int LIST_LENGTH = 131_072;

  public StatusPosition {
    if (index < 0 || index >= LIST_LENGTH) {
      throw new IllegalArgumentException("index " + index + " outside list of " + LIST_LENGTH);
    }
  }
}
