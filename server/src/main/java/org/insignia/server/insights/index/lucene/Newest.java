package org.insignia.server.insights.index.lucene;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Keeps the postings that appeared last. Many feeds give days alone, so that thousands appear in
 * the same minute and each of them may be among the last; as they come with rising numbers, to put
 * one behind all others has to be as good as free.
 */
final class Newest {
  /** A posting is its minute and, behind it, its number. */
  private static final int NUMBER_BITS = 33;

  private static final long NUMBER = (1L << NUMBER_BITS) - 1;

  /** The oldest first, beginning at {@link #first} and going round. */
  private final long[] ring;

  private int first;
  private int size;
  private long worst = Long.MIN_VALUE;

  Newest(int most) {
    ring = new long[most];
  }

  /** Looks at a posting that appeared in this minute; most are passed over by that alone. */
  void see(long minute, Rows rows, int start) {
    if (minute < worst || ring.length == 0) {
      return;
    }
    long found = minute << NUMBER_BITS | rows.name(start);
    if (size < ring.length) {
      size++;
    } else if (found > ring[first]) {
      first = at(1);
    } else {
      return;
    }
    int free = size - 1;
    while (free > 0 && ring[at(free - 1)] > found) {
      ring[at(free)] = ring[at(free - 1)];
      free--;
    }
    ring[at(free)] = found;
    if (size == ring.length) {
      worst = ring[first] >> NUMBER_BITS;
    }
  }

  private int at(int place) {
    int index = first + place;
    return index < ring.length ? index : index - ring.length;
  }

  /** The newest first. */
  List<Long> after(int passedOver) {
    return LongStream.range(passedOver, size)
        .map(i -> ring[at((int) (size - 1 - i))] & NUMBER)
        .boxed()
        .toList();
  }
}
