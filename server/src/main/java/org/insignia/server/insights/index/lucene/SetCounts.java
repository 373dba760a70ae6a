package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/** Counts for many sets of values at once the postings that have one of the values. */
final class SetCounts {
  private final FacetValues values;
  private final int[][] setsOf;
  private final long[] counts;
  private final int[] last;
  private int base;
  private @Nullable SortedSetDocValues several;
  private LongValues numbers = LongValues.IDENTITY;

  SetCounts(FacetValues values, List<Set<String>> sets) throws IOException {
    this.values = values;
    this.counts = new long[sets.size()];
    this.last = new int[sets.size()];
    Arrays.fill(last, -1);
    this.setsOf = new int[values.size()][];
    for (int number = 0; number < setsOf.length; number++) {
      var key = values.key(number);
      List<Integer> with = new ArrayList<>();
      for (int i = 0; i < sets.size(); i++) {
        if (sets.get(i).contains(key)) {
          with.add(i);
        }
      }
      setsOf[number] = with.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  LuceneView.Each enter(LeafReaderContext part) throws IOException {
    base = part.docBase;
    several = values.in(part);
    numbers = values.numbers().getGlobalOrds(part.ord);
    return this::see;
  }

  private void see(int doc) throws IOException {
    if (several != null && several.advanceExact(doc)) {
      for (int i = several.docValueCount(); i > 0; i--) {
        for (int set : setsOf[(int) numbers.get(several.nextOrd())]) {
          if (last[set] != base + doc) {
            last[set] = base + doc;
            counts[set]++;
          }
        }
      }
    }
  }

  List<Long> counts() {
    return LongStream.of(counts).boxed().toList();
  }
}
