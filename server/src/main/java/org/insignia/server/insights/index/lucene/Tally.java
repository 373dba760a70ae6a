package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.Trend;

/** Everything that is counted of the postings that match, each looked at once. */
final class Tally {
  private static final Facet[] FACETS = Facet.values();

  /** So many are looked at together: memory is fetched for all of them at once, then counted. */
  private static final int TOGETHER = 128;

  private final Map<Facet, FacetValues> values;
  private final int[][] counts = new int[FACETS.length][];
  private final int[][] throughout = new int[FACETS.length][];
  private final PaySums pay;
  private final Newest newest;
  private final Trend trend;
  private final long[] weeks;
  private long openings;
  private final int[] docs = new int[TOGETHER];
  private final int[] starts = new int[TOGETHER];
  private final int[] ends = new int[TOGETHER];
  private final int[] appeared = new int[TOGETHER];
  private final int[] lasts = new int[TOGETHER];
  private int waiting;
  private Rows rows = new Rows(new int[0], new int[0]);

  Tally(Map<Facet, FacetValues> values, PaySums pay, Newest newest, Trend trend) {
    this.values = values;
    values.forEach((facet, of) -> counts[facet.ordinal()] = new int[of.size()]);
    this.pay = pay;
    this.newest = newest;
    this.trend = trend;
    this.weeks = new long[trend.weeks()];
  }

  LuceneView.Each enter(Part part) {
    countWaiting();
    rows = part.rows();
    values.forEach((facet, of) -> throughout[facet.ordinal()] = of.throughout()[part.number()]);
    pay.enter(throughout[Facet.EMPLOYER.ordinal()]);
    return this::see;
  }

  private void see(int doc) {
    docs[waiting++] = doc;
    if (waiting == TOGETHER) {
      countWaiting();
    }
  }

  private void countWaiting() {
    for (int i = 0; i < waiting; i++) {
      starts[i] = rows.start(docs[i]);
      ends[i] = rows.end(docs[i]);
    }
    var cells = rows.cells();
    for (int i = 0; i < waiting; i++) {
      appeared[i] = cells[starts[i]];
      lasts[i] = cells[ends[i] - 1];
    }
    for (int i = 0; i < waiting; i++) {
      count(i, cells);
    }
    waiting = 0;
  }

  private void count(int i, int[] cells) {
    int week = trend.weekOf(Appeared.epochDay(appeared[i]));
    if (week >= 0) {
      weeks[week]++;
    }
    if (Appeared.isOpen(appeared[i])) {
      openings++;
      for (int at = starts[i] + Rows.HEAD; at < ends[i]; at++) {
        int facet = Rows.facet(cells[at]);
        counts[facet][throughout[facet][Rows.number(cells[at])]]++;
      }
      pay.count(rows, starts[i], ends[i]);
      newest.see(Appeared.minute(appeared[i]), rows, starts[i]);
    }
  }

  JobFigures figures(int top) throws IOException {
    countWaiting();
    var bars = new EnumMap<Facet, List<Bar>>(Facet.class);
    for (var entry : values.entrySet()) {
      bars.put(entry.getKey(), entry.getValue().top(counts[entry.getKey().ordinal()], top));
    }
    return new JobFigures(openings, bars, pay.figures(), trend.with(weeks), newest.after(0));
  }
}
