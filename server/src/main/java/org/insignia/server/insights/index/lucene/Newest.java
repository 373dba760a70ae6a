package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the postings that appeared last. Many feeds give days alone, so that thousands appear in
 * the same minute and each of them may be among the last.
 */
final class Newest {
  /** A posting is its minute and, behind it, its number. */
  private static final int NUMBER_BITS = 33;

  private static final long NUMBER = (1L << NUMBER_BITS) - 1;

  /** The oldest first, as a heap: no parent is newer than its children. */
  private final long[] heap;

  private int size;
  private long worst = Long.MIN_VALUE;
  private @Nullable NumericDocValues numbers;

  Newest(int most) {
    heap = new long[most];
  }

  void enter(Part part) throws IOException {
    numbers = DocValues.getNumeric(part.context().reader(), LuceneIndex.NUMBER);
  }

  /** Looks at a posting that appeared in this minute; most are passed over by that alone. */
  void see(int doc, long minute) throws IOException {
    if (minute < worst || heap.length == 0 || numbers == null || !numbers.advanceExact(doc)) {
      return;
    }
    long found = minute << NUMBER_BITS | numbers.longValue();
    if (size < heap.length) {
      rise(found);
    } else if (found > heap[0]) {
      sink(found);
    }
    if (size == heap.length) {
      worst = heap[0] >> NUMBER_BITS;
    }
  }

  private void rise(long found) {
    int at = size++;
    while (at > 0 && heap[(at - 1) / 2] > found) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = found;
  }

  private void sink(long found) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= found) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = found;
  }

  List<Long> after(int passedOver) {
    var kept = Arrays.copyOf(heap, size);
    Arrays.sort(kept);
    return LongStream.range(passedOver, size)
        .map(i -> kept[(int) (size - 1 - i)] & NUMBER)
        .boxed()
        .toList();
  }
}
