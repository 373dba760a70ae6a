package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.packed.PackedInts;
import org.insignia.server.insights.index.Facet;

/** The values of one facet over all parts of the index, numbered throughout. */
record FacetValues(Facet facet, List<LeafReaderContext> parts, OrdinalMap numbers) {
  static FacetValues of(Facet facet, List<LeafReaderContext> parts) throws IOException {
    var subs = new SortedSetDocValues[parts.size()];
    for (int i = 0; i < subs.length; i++) {
      subs[i] = DocValues.getSortedSet(parts.get(i).reader(), facet.name());
    }
    return new FacetValues(facet, parts, OrdinalMap.build(null, subs, PackedInts.DEFAULT));
  }

  SortedSetDocValues in(LeafReaderContext part) throws IOException {
    return DocValues.getSortedSet(part.reader(), facet.name());
  }

  int size() {
    return Math.toIntExact(numbers.getValueCount());
  }

  String key(int number) throws IOException {
    var part = parts.get(numbers.getFirstSegmentNumber(number));
    return in(part).lookupOrd(numbers.getFirstSegmentOrd(number)).utf8ToString();
  }
}
