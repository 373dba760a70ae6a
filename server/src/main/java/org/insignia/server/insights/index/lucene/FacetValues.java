package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.packed.PackedInts;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;

/**
 * The keys of one facet over all parts of the index, numbered throughout in their order.
 *
 * @param throughout for each part the number throughout of each number within it
 */
record FacetValues(
    Facet facet, List<LeafReaderContext> parts, OrdinalMap numbers, int[][] throughout) {
  /**
   * Fewest first; of equal counts the later key is the lesser. Keys are numbered in their order.
   */
  private static final Comparator<int[]> LEAST_FIRST =
      (a, b) -> a[1] != b[1] ? Integer.compare(a[1], b[1]) : Integer.compare(b[0], a[0]);

  static FacetValues of(Facet facet, List<LeafReaderContext> parts) throws IOException {
    var subs = new SortedSetDocValues[parts.size()];
    for (int i = 0; i < subs.length; i++) {
      subs[i] = DocValues.getSortedSet(parts.get(i).reader(), facet.name());
    }
    var numbers = OrdinalMap.build(null, subs, PackedInts.DEFAULT);
    var throughout = new int[subs.length][];
    for (int i = 0; i < subs.length; i++) {
      var ofPart = numbers.getGlobalOrds(i);
      throughout[i] = new int[Math.toIntExact(subs[i].getValueCount())];
      for (int within = 0; within < throughout[i].length; within++) {
        throughout[i][within] = Math.toIntExact(ofPart.get(within));
      }
    }
    return new FacetValues(facet, parts, numbers, throughout);
  }

  int size() {
    return Math.toIntExact(numbers.getValueCount());
  }

  String key(int number) throws IOException {
    var part = parts.get(numbers.getFirstSegmentNumber(number));
    return DocValues.getSortedSet(part.reader(), facet.name())
        .lookupOrd(numbers.getFirstSegmentOrd(number))
        .utf8ToString();
  }

  /** The most frequent first, equal ones by their key. */
  List<Bar> top(int[] counts, int most) throws IOException {
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
      bars.add(new Bar(key(entry[0]), entry[1]));
    }
    return bars;
  }
}
