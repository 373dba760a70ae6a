package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Counts for many sets of values at once the postings that have one of the values. */
final class SetCounts {
  private final FacetValues values;
  private final int[][] setsOf;
  private final long[] counts;
  private final int[] last;
  private int base;
  private Rows rows = new Rows(new int[0], new int[0]);
  private int[] throughout = new int[0];

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

  LuceneView.Each enter(Part part) {
    base = part.context().docBase;
    rows = part.rows();
    throughout = values.throughout()[part.number()];
    return this::see;
  }

  private void see(int doc) {
    var cells = rows.cells();
    for (int i = rows.start(doc) + Rows.HEAD; i < rows.end(doc); i++) {
      if (Rows.facet(cells[i]) == values.facet().ordinal()) {
        for (int set : setsOf[throughout[Rows.number(cells[i])]]) {
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
