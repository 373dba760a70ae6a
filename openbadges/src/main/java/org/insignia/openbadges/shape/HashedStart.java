package org.insignia.openbadges.shape;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Digests that have taken in the start of a canonical form, up to the first thing that a value
 * stands in. It depends on the labels in it alone, and these come in few orders. Forgetful, so that
 * it needs no lock: an entry is whole or absent, and is only ever copied.
 */
final class HashedStart {
  /** Bytes that it may take, about. */
  static final int SIZE = 64 * 1024;

  private static final int ENTRIES = 128;

  private final @Nullable Entry[] entries = new Entry[ENTRIES];

  private record Entry(int[] key, MessageDigest digest) {}

  /**
   * A digest of this algorithm that has taken in the start of this key; null where none is known.
   */
  @Nullable MessageDigest find(int[] key, String algorithm) {
    Entry known = entries[place(key)];
    return known != null
            && Arrays.equals(known.key, key)
            && known.digest.getAlgorithm().equals(algorithm)
        ? copy(known.digest)
        : null;
  }

  void keep(int[] key, MessageDigest digest) {
    entries[place(key)] = new Entry(key, copy(digest));
  }

  private static int place(int[] key) {
    int hash = Arrays.hashCode(key) * 0x9E3779B9;
    return hash >>> 16 & (ENTRIES - 1);
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the digests of the JDK can be copied", e);
    }
  }
}
