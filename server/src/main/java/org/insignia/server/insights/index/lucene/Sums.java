package org.insignia.server.insights.index.lucene;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.insignia.server.insights.index.PayFigures;

/**
 * The pay of postings in one currency. Pay is told in round figures, so that few are different: to
 * count each and to order those is a tenth of the work of ordering all.
 */
final class Sums {
  private static final int FIRST_SIZE = 256;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Numbers throughout of employers; more than are needed are not kept. */
  final Set<Integer> employers = new HashSet<>();

  private long[] keys = new long[FIRST_SIZE];
  private int[] counts = new int[FIRST_SIZE];
  private int different;
  private int size;

  boolean isOfMany() {
    return employers.size() >= PayFigures.LEAST_EMPLOYERS;
  }

  void add(long sum) {
    if (different * 2 >= keys.length) {
      grow();
    }
    count(sum, 1);
    size++;
  }

  private void count(long sum, int times) {
    int at = (int) (sum * SPREAD >>> 32) & keys.length - 1;
    while (counts[at] != 0 && keys[at] != sum) {
      at = at + 1 & keys.length - 1;
    }
    if (counts[at] == 0) {
      keys[at] = sum;
      different++;
    }
    counts[at] += times;
  }

  private void grow() {
    var before = keys;
    var times = counts;
    keys = new long[before.length * 2];
    counts = new int[before.length * 2];
    different = 0;
    for (int i = 0; i < before.length; i++) {
      if (times[i] != 0) {
        count(before[i], times[i]);
      }
    }
  }

  /** Each as often as it was added, the least first. */
  long[] sorted() {
    var order = new long[different];
    int found = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] != 0) {
        order[found++] = keys[i];
      }
    }
    Arrays.sort(order);
    var all = new long[size];
    int filled = 0;
    for (long key : order) {
      int at = (int) (key * SPREAD >>> 32) & keys.length - 1;
      while (keys[at] != key || counts[at] == 0) {
        at = at + 1 & keys.length - 1;
      }
      Arrays.fill(all, filled, filled + counts[at], key);
      filled += counts[at];
    }
    return all;
  }
}
