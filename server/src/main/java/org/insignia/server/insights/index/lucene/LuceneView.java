package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
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
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.Mark;
import org.insignia.server.insights.index.Trend;
import org.jspecify.annotations.Nullable;

/** The index as it stood after one commit; answers are counted over all that match. */
final class LuceneView {
  private static final String OPEN = "o";

  /** Asks a view. */
  interface Reading<T> {
    T of(LuceneView view) throws IOException;
  }

  /** Looks at one document that matches. */
  interface Each {
    void at(int doc) throws IOException;
  }

  /** Prepares for the documents of one part. */
  interface Entering {
    Each of(Part part) throws IOException;
  }

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final FrequentTerms frequent;
  private final Map<Facet, FacetValues> values = new EnumMap<>(Facet.class);
  private final Map<Object, Rows> rows = new HashMap<>();
  private final Given<Counted, JobFigures> counted = new Given<>();
  private final Given<Listed, List<Long>> listed = new Given<>();
  private final Given<JobQuery, Long> numbers = new Given<>();

  private record Counted(JobQuery query, int top, int newest, LocalDate today) {}

  /** A list from its beginning, or from a mark. */
  private record Listed(JobQuery query, @Nullable Mark after, int from, int size) {}

  private LuceneView(DirectoryReader reader, FrequentTerms frequent, Map<Object, Rows> known)
      throws IOException {
    this.reader = reader;
    this.frequent = frequent;
    this.searcher = new IndexSearcher(reader);
    frequent.keepFor(searcher);
    for (var part : reader.leaves()) {
      var kept = known.get(key(part));
      rows.put(key(part), kept == null ? Rows.of(part.reader()) : kept);
    }
    for (var facet : Facet.values()) {
      values.put(facet, FacetValues.of(facet, reader.leaves()));
    }
  }

  static LuceneView of(IndexWriter writer) throws IOException {
    return new LuceneView(DirectoryReader.open(writer), new FrequentTerms(), Map.of());
  }

  /** Names a part for as long as only deletions change it. */
  private static Object key(LeafReaderContext part) {
    return part.reader().getCoreCacheHelper().getKey();
  }

  /** The view after a commit; the same one where nothing changed. */
  LuceneView renewed(IndexWriter writer) throws IOException {
    var newer = DirectoryReader.openIfChanged(reader, writer);
    return newer == null ? this : new LuceneView(newer, frequent, rows);
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

  JobFigures figures(JobQuery query, int top, int newest, LocalDate today) throws IOException {
    return counted.orCount(
        new Counted(query, top, newest, today), () -> counted(query, top, newest, today));
  }

  private JobFigures counted(JobQuery query, int top, int newest, LocalDate today)
      throws IOException {
    var tally =
        new Tally(
            values, new PaySums(query.asksForLeaders()), new Newest(newest), Trend.until(today));
    each(query, tally::enter);
    return tally.figures(top);
  }

  List<Long> newest(JobQuery query, int from, int size) throws IOException {
    return listed(new Listed(query, null, from, size));
  }

  List<Long> newest(JobQuery query, Mark after, int size) throws IOException {
    return listed(new Listed(query, after, 0, size));
  }

  private List<Long> listed(Listed asked) throws IOException {
    return listed.orCount(asked, () -> list(asked));
  }

  private List<Long> list(Listed asked) throws IOException {
    var newest = new Newest(asked.from() + asked.size());
    var after = asked.after();
    each(
        asked.query(),
        part -> {
          var rows = part.rows();
          return doc -> {
            int start = rows.start(doc);
            int appeared = rows.appeared(start);
            long minute = Appeared.minute(appeared);
            if (Appeared.isOpen(appeared)
                && (after == null || after.isBefore(minute, rows.name(start)))) {
              newest.see(minute, rows, start);
            }
          };
        });
    return newest.after(asked.from());
  }

  List<Long> counts(List<Set<String>> skills) throws IOException {
    var counts = new SetCounts(value(Facet.SKILL), skills);
    var any =
        skills.stream().flatMap(Set::stream).map(skill -> "s:" + skill).collect(Collectors.toSet());
    var asked = new BooleanQuery.Builder();
    asked.add(new TermQuery(new Term(LuceneIndex.TERM, OPEN)), Occur.FILTER);
    asked.add(one(any), Occur.FILTER);
    each(asked.build(), counts::enter);
    return counts.counts();
  }

  private FacetValues value(Facet facet) {
    return Objects.requireNonNull(values.get(facet));
  }

  long count(JobQuery query) throws IOException {
    return numbers.orCount(query, () -> number(query));
  }

  private long number(JobQuery query) throws IOException {
    var count = new long[1];
    each(
        query,
        part -> {
          var rows = part.rows();
          return doc -> count[0] += Appeared.isOpen(rows.appeared(rows.start(doc))) ? 1 : 0;
        });
    return count[0];
  }

  /**
   * Looks at every document that is asked for, open or not: by terms, then by pay, which has no
   * terms.
   */
  private void each(JobQuery query, Entering entering) throws IOException {
    var range = query.pay();
    if (range == null) {
      each(query(query), entering);
      return;
    }
    boolean leaders = query.asksForLeaders();
    each(
        query(query),
        part -> {
          var paid = part.rows();
          var each = entering.of(part);
          return doc -> {
            if (PackedPay.isIn(range, leaders, paid.pay(paid.start(doc)))) {
              each.at(doc);
            }
          };
        });
  }

  /** Looks at every document that matches. */
  private void each(Query query, Entering entering) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (var part : reader.leaves()) {
      var scorer = weight.scorer(part);
      if (scorer == null) {
        continue;
      }
      var live = part.reader().getLiveDocs();
      var documents = scorer.iterator();
      var kept = Objects.requireNonNull(rows.get(key(part)));
      var each = entering.of(new Part(part, kept));
      for (int doc = documents.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = documents.nextDoc()) {
        if (live == null || live.get(doc)) {
          each.at(doc);
        }
      }
    }
  }

  private static Query query(JobQuery asked) {
    var all = new BooleanQuery.Builder();
    for (var terms : asked.terms()) {
      all.add(one(terms), Occur.FILTER);
    }
    for (var word : asked.wanted()) {
      all.add(new TermQuery(new Term(LuceneIndex.WORD, LuceneIndex.cut(word))), Occur.FILTER);
    }
    var since = asked.since();
    if (since != null) {
      all.add(
          NumericDocValuesField.newSlowRangeQuery(
              LuceneIndex.APPEARED, Appeared.from(since), Long.MAX_VALUE),
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
