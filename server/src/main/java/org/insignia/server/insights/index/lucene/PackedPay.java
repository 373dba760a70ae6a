package org.insignia.server.insights.index.lucene;

import org.insignia.server.insights.index.Pay;
import org.insignia.server.insights.index.PayRange;

/**
 * A pay in one number: the sum, whether it is for leading people, and three letters of currency.
 */
final class PackedPay {
  private static final int LETTER = 5;
  private static final int CURRENCY = 3 * LETTER;
  private static final long LEADER = 1L << CURRENCY;

  private PackedPay() {}

  static long of(Pay pay, boolean leadsPeople) {
    long packed = pay.sum() << (CURRENCY + 1);
    if (leadsPeople) {
      packed |= LEADER;
    }
    return packed | code(pay.currency());
  }

  static int code(String currency) {
    int code = 0;
    for (int i = 0; i < 3; i++) {
      code = code << LETTER | currency.charAt(i) - 'A';
    }
    return code;
  }

  static boolean leadsPeople(long packed) {
    return (packed & LEADER) != 0;
  }

  /** Whether a pay is in this range; none is in any. */
  static boolean isIn(PayRange range, boolean withLeaders, long packed) {
    return packed != 0
        && currencyCode(packed) == code(range.currency())
        && (withLeaders || !leadsPeople(packed))
        && sum(packed) >= range.leastSum()
        && sum(packed) < range.sumAbove();
  }

  static long sum(long packed) {
    return packed >> (CURRENCY + 1);
  }

  static int currencyCode(long packed) {
    return (int) (packed & (LEADER - 1));
  }

  static String currency(int code) {
    var letters = new char[3];
    for (int i = 2; i >= 0; i--) {
      letters[i] = (char) ('A' + ((code >> ((2 - i) * LETTER)) & 31));
    }
    return new String(letters);
  }
}
