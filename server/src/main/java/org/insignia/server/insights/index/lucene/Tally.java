package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.Trend;
import org.jspecify.annotations.Nullable;

/** Everything that is counted of the postings that match, each looked at once. */
final class Tally {
  private final Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
  private final FacetCounts[] counted;
  private final PaySums pay;
  private final Newest newest;
  private final Trend trend;
  private final long[] weeks;
  private long openings;
  private @Nullable NumericDocValues appeared;

  Tally(Collection<FacetValues> values, PaySums pay, Newest newest, Trend trend) {
    values.forEach(value -> facets.put(value.facet(), new FacetCounts(value)));
    this.counted = facets.values().toArray(FacetCounts[]::new);
    this.pay = pay;
    this.newest = newest;
    this.trend = trend;
    this.weeks = new long[trend.weeks()];
  }

  LuceneView.Each enter(LeafReaderContext part) throws IOException {
    for (var facet : counted) {
      facet.enter(part);
    }
    pay.enter(part);
    newest.enter(part);
    appeared = DocValues.getNumeric(part.reader(), LuceneIndex.APPEARED);
    return this::see;
  }

  private void see(int doc) throws IOException {
    if (appeared == null || !appeared.advanceExact(doc)) {
      return;
    }
    long packed = appeared.longValue();
    int week = trend.weekOf(Appeared.epochDay(packed));
    if (week >= 0) {
      weeks[week]++;
    }
    if (Appeared.isOpen(packed)) {
      openings++;
      for (var facet : counted) {
        facet.count(doc);
      }
      pay.count(doc);
      newest.see(doc, Appeared.minute(packed));
    }
  }

  JobFigures figures(int top) throws IOException {
    var bars = new EnumMap<Facet, List<Bar>>(Facet.class);
    for (var entry : facets.entrySet()) {
      bars.put(entry.getKey(), entry.getValue().top(top));
    }
    return new JobFigures(openings, bars, pay.figures(), trend.with(weeks), newest.after(0));
  }
}
