package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** Keeps the postings that appeared last. */
final class Newest {
  private final int most;
  private final PriorityQueue<Found> best = new PriorityQueue<>(Found.OLDEST_FIRST);
  private long worst = Long.MIN_VALUE;
  private @Nullable NumericDocValues numbers;

  Newest(int most) {
    this.most = most;
  }

  /** A posting that may be among them. */
  private record Found(long minute, long number) {
    static final Comparator<Found> OLDEST_FIRST =
        Comparator.comparingLong(Found::minute).thenComparingLong(Found::number);
  }

  void enter(Part part) throws IOException {
    numbers = DocValues.getNumeric(part.context().reader(), LuceneIndex.NUMBER);
  }

  /** Looks at a posting that appeared in this minute; most are passed over by that alone. */
  void see(int doc, long minute) throws IOException {
    if (most == 0 || minute < worst || numbers == null || !numbers.advanceExact(doc)) {
      return;
    }
    best.add(new Found(minute, numbers.longValue()));
    if (best.size() > most) {
      best.poll();
    }
    if (best.size() == most) {
      worst = best.element().minute();
    }
  }

  List<Long> after(int passedOver) {
    return best.stream()
        .sorted(Found.OLDEST_FIRST.reversed())
        .skip(passedOver)
        .map(Found::number)
        .toList();
  }
}
