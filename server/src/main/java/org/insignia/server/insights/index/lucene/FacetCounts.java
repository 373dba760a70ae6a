package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.insignia.server.insights.index.Bar;
import org.jspecify.annotations.Nullable;

/** Counts the values of one facet. */
final class FacetCounts {
  /**
   * Fewest first; of equal counts the later key is the lesser. Keys are numbered in their order.
   */
  private static final Comparator<int[]> LEAST_FIRST =
      (a, b) -> a[1] != b[1] ? Integer.compare(a[1], b[1]) : Integer.compare(b[0], a[0]);

  private final FacetValues values;
  private final int[] counts;
  private @Nullable SortedDocValues single;
  private @Nullable SortedSetDocValues several;
  private LongValues numbers = LongValues.IDENTITY;

  FacetCounts(FacetValues values) {
    this.values = values;
    this.counts = new int[values.size()];
  }

  void enter(LeafReaderContext part) throws IOException {
    var all = values.in(part);
    single = DocValues.unwrapSingleton(all);
    several = single == null ? all : null;
    numbers = values.numbers().getGlobalOrds(part.ord);
  }

  void count(int doc) throws IOException {
    if (single != null) {
      if (single.advanceExact(doc)) {
        counts[(int) numbers.get(single.ordValue())]++;
      }
    } else if (several != null && several.advanceExact(doc)) {
      for (int i = several.docValueCount(); i > 0; i--) {
        counts[(int) numbers.get(several.nextOrd())]++;
      }
    }
  }

  List<Bar> top(int most) throws IOException {
    var best = new PriorityQueue<>(LEAST_FIRST);
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > 0) {
        if (best.size() < most) {
          best.add(new int[] {number, counts[number]});
        } else if (most > 0 && counts[number] > best.element()[1]) {
          best.poll();
          best.add(new int[] {number, counts[number]});
        }
      }
    }
    var sorted = new ArrayList<>(best);
    sorted.sort(LEAST_FIRST.reversed());
    List<Bar> bars = new ArrayList<>(sorted.size());
    for (var entry : sorted) {
      bars.add(new Bar(values.key(entry[0]), entry[1]));
    }
    return bars;
  }
}
