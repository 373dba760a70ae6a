package org.insignia.server.issuing.status;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.insignia.openbadges.json.Bytes;

/**
 * A secret order of the numbers 0 to 131,071: each comes once, and the next cannot be told from
 * those before. So an index is random, never used twice, and found without searching.
 *
 * <p>A Feistel network over two halves of 9 bits; a number outside is put through again until it
 * falls inside, which keeps the order one to one.
 */
final class Shuffle {
  private static final int HALF_BITS = 9;
  private static final int HALF = 1 << HALF_BITS;
  private static final int ROUNDS = 6;

  private final short[][] rounds = new short[ROUNDS][HALF];

  Shuffle(Bytes key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
      for (int round = 0; round < ROUNDS; round++) {
        for (int half = 0; half < HALF; half++) {
          mac.update((byte) round);
          mac.update((byte) (half >> 8));
          byte[] hash = mac.doFinal(new byte[] {(byte) half});
          rounds[round][half] = (short) (((hash[0] << 8) | (hash[1] & 0xff)) & (HALF - 1));
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks HMAC-SHA-256", e);
    }
  }

  static Bytes randomKey(SecureRandom random) {
    byte[] key = new byte[16];
    random.nextBytes(key);
    return Bytes.wrap(key);
  }

  /** The number at a place of the order. */
  int at(int place) {
    if (place < 0 || place >= StatusPosition.LIST_LENGTH) {
      throw new IllegalArgumentException("place " + place);
    }
    int number = place;
    do {
      number = once(number);
    } while (number >= StatusPosition.LIST_LENGTH);
    return number;
  }

  private int once(int number) {
    int left = number >> HALF_BITS;
    int right = number & (HALF - 1);
    for (short[] round : rounds) {
      int mixed = left ^ round[right];
      left = right;
      right = mixed;
    }
    return left << HALF_BITS | right;
  }
}
