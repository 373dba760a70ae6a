package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.Openings;
import org.insignia.server.insights.index.Trend;

/** The index as it stood after one commit; answers are counted over all that match. */
final class LuceneView {
  private static final String OPEN = "o";
  private static final long MINUTES_A_DAY = 24 * 60;

  /** Asks a view. */
  interface Reading<T> {
    T of(LuceneView view) throws IOException;
  }

  /** Looks at one document that matches. */
  interface Each {
    void at(int doc) throws IOException;
  }

  /** Prepares for the documents of one part. */
  interface Part {
    Each of(LeafReaderContext part) throws IOException;
  }

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<Facet, FacetValues> values = new EnumMap<>(Facet.class);

  private LuceneView(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    for (var facet : Facet.values()) {
      values.put(facet, FacetValues.of(facet, reader.leaves()));
    }
  }

  static LuceneView of(IndexWriter writer) throws IOException {
    return new LuceneView(DirectoryReader.open(writer));
  }

  /** The view after a commit; the same one where nothing changed. */
  LuceneView renewed(IndexWriter writer) throws IOException {
    var newer = DirectoryReader.openIfChanged(reader, writer);
    return newer == null ? this : new LuceneView(newer);
  }

  void close() throws IOException {
    reader.decRef();
  }

  /** Reads from the present view, which stays open for as long as that takes. */
  static <T> T reading(Supplier<LuceneView> present, Reading<T> reading) {
    while (true) {
      var view = present.get();
      if (!view.reader.tryIncRef()) {
        continue; // it was closed between the two: there is a newer one
      }
      try {
        try {
          return reading.of(view);
        } finally {
          view.reader.decRef();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  JobFigures figures(JobQuery query, int top, LocalDate today) throws IOException {
    var sums = new PaySums(query.asksForLeaders());
    var counts = new EnumMap<Facet, FacetCounts>(Facet.class);
    values.forEach((facet, of) -> counts.put(facet, new FacetCounts(of)));
    var parts = counts.values().toArray(FacetCounts[]::new);
    long openings =
        each(
            query(query, true),
            part -> {
              for (var count : parts) {
                count.enter(part);
              }
              sums.enter(part);
              return doc -> {
                for (var count : parts) {
                  count.count(doc);
                }
                sums.count(doc);
              };
            });
    var bars = new EnumMap<Facet, List<Bar>>(Facet.class);
    for (var entry : counts.entrySet()) {
      bars.put(entry.getKey(), entry.getValue().top(top));
    }
    return new JobFigures(openings, bars, sums.figures(), trend(query, Trend.until(today)));
  }

  private List<Openings> trend(JobQuery query, Trend trend) throws IOException {
    var counts = new long[trend.weeks()];
    each(
        query(query, false),
        part -> {
          var minutes = DocValues.getNumeric(part.reader(), LuceneIndex.MINUTE);
          return doc -> {
            if (minutes.advanceExact(doc)) {
              int week = trend.weekOf(Math.floorDiv(minutes.longValue(), MINUTES_A_DAY));
              if (week >= 0) {
                counts[week]++;
              }
            }
          };
        });
    return trend.with(counts);
  }

  /** A posting that may be among the newest. */
  private record Found(long minute, long number) {
    static final Comparator<Found> OLDEST_FIRST =
        Comparator.comparingLong(Found::minute).thenComparingLong(Found::number);
  }

  List<Long> newest(JobQuery query, int from, int size) throws IOException {
    int most = from + size;
    var best = new PriorityQueue<>(Found.OLDEST_FIRST);
    each(
        query(query, true),
        part -> {
          var minutes = DocValues.getNumeric(part.reader(), LuceneIndex.MINUTE);
          var numbers = DocValues.getNumeric(part.reader(), LuceneIndex.NUMBER);
          return doc -> {
            long minute = minutes.advanceExact(doc) ? minutes.longValue() : 0;
            var worst = best.size() < most ? null : best.peek();
            if (worst != null && minute < worst.minute()) {
              return;
            }
            var found = new Found(minute, numbers.advanceExact(doc) ? numbers.longValue() : 0);
            if (worst == null) {
              best.add(found);
            } else if (Found.OLDEST_FIRST.compare(found, worst) > 0) {
              best.poll();
              best.add(found);
            }
          };
        });
    return best.stream()
        .sorted(Found.OLDEST_FIRST.reversed())
        .skip(from)
        .map(Found::number)
        .toList();
  }

  long count(JobQuery query) throws IOException {
    return searcher.count(query(query, true));
  }

  /** Looks at every document that matches and says how many there were. */
  private long each(Query query, Part parts) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    long count = 0;
    for (var part : reader.leaves()) {
      var scorer = weight.scorer(part);
      if (scorer == null) {
        continue;
      }
      var live = part.reader().getLiveDocs();
      var documents = scorer.iterator();
      var each = parts.of(part);
      for (int doc = documents.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = documents.nextDoc()) {
        if (live == null || live.get(doc)) {
          each.at(doc);
          count++;
        }
      }
    }
    return count;
  }

  private static Query query(JobQuery asked, boolean open) {
    var all = new BooleanQuery.Builder();
    if (open) {
      all.add(new TermQuery(new Term(LuceneIndex.TERM, OPEN)), Occur.FILTER);
    }
    for (var terms : asked.terms()) {
      all.add(one(terms), Occur.FILTER);
    }
    for (var word : asked.wanted()) {
      all.add(new TermQuery(new Term(LuceneIndex.WORD, LuceneIndex.cut(word))), Occur.FILTER);
    }
    var since = asked.since();
    if (since != null) {
      long minute = since.atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 60;
      all.add(
          NumericDocValuesField.newSlowRangeQuery(LuceneIndex.MINUTE, minute, Long.MAX_VALUE),
          Occur.FILTER);
    }
    var query = all.build();
    return query.clauses().isEmpty() ? new MatchAllDocsQuery() : query;
  }

  private static Query one(Set<String> terms) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(LuceneIndex.TERM, terms.iterator().next()));
    }
    var any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(new TermQuery(new Term(LuceneIndex.TERM, term)), Occur.SHOULD));
    return any.build();
  }
}
