package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobEntry;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobIndex;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds postings in files of this node; every node has its own. */
public final class LuceneIndex implements JobIndex, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
  private static final String REVISION = "revision";
  private static final double BUFFER_MEGABYTES = 32;

  /** Changes with what a document holds: files of another form are written anew. */
  private static final String FORM = "jobs-2";

  static final String NUMBER = "n";
  static final String TERM = "f";
  static final String WORD = "k";
  static final String APPEARED = "at";
  static final String PAY = "pay";

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final Terms terms = new Terms();
  private final Terms words = new Terms();
  private volatile long revision;
  private volatile LuceneView view;

  private LuceneIndex(FSDirectory directory, IndexWriter writer) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.revision = revisionOf(writer);
    this.view = LuceneView.of(writer);
  }

  /** Opens the index in this folder; what cannot be read is thrown away, to be filled again. */
  public static LuceneIndex in(Path folder) {
    var own = folder.resolve(FORM);
    try {
      try {
        return open(own);
      } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
        LOG.warn("the index of postings cannot be read and is built anew", e);
        IOUtils.rm(own);
        return open(own);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LuceneIndex open(Path folder) throws IOException {
    Files.createDirectories(folder);
    var directory = FSDirectory.open(folder);
    try {
      var config = new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES);
      return new LuceneIndex(directory, new IndexWriter(directory, config));
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  private static long revisionOf(IndexWriter writer) {
    var kept = writer.getLiveCommitData();
    if (kept != null) {
      for (var entry : kept) {
        if (entry.getKey().equals(REVISION)) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return 0;
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public synchronized void write(Collection<JobEntry> entries, Collection<Long> gone, long upTo) {
    try {
      for (long number : gone) {
        writer.deleteDocuments(term(number));
      }
      for (var entry : entries) {
        writer.updateDocument(term(entry.number()), document(entry));
      }
      commit(upTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void clear() {
    try {
      writer.deleteAll();
      commit(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(long upTo) throws IOException {
    writer.setLiveCommitData(Map.of(REVISION, Long.toString(upTo)).entrySet());
    writer.commit();
    revision = upTo;
    var before = view;
    view = before.renewed(writer);
    if (view != before) {
      before.close();
    }
  }

  /** Merges all parts into one, which is smallest and fastest; for a large index at rest. */
  synchronized void settle() {
    try {
      writer.forceMerge(1);
      commit(revision);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Term term(long number) {
    return new Term(NUMBER, Long.toString(number, Character.MAX_RADIX));
  }

  private Document document(JobEntry entry) {
    var document = new Document();
    var name = Long.toString(entry.number(), Character.MAX_RADIX);
    document.add(new StringField(NUMBER, name, Store.NO));
    document.add(new NumericDocValuesField(NUMBER, entry.number()));
    document.add(new NumericDocValuesField(APPEARED, Appeared.of(entry)));
    document.add(terms.in(TERM, entry.terms()));
    document.add(words.in(WORD, entry.words().stream().map(LuceneIndex::cut).toList()));
    if (!entry.employer().isEmpty()) {
      document.add(value(Facet.EMPLOYER, entry.employer()));
    }
    if (!entry.title().isEmpty()) {
      document.add(value(Facet.TITLE, entry.title()));
    }
    entry.locations().forEach(place -> document.add(values(Facet.PLACE, place)));
    entry.skills().forEach(skill -> document.add(values(Facet.SKILL, skill)));
    var pay = entry.pay();
    if (pay != null) {
      document.add(new NumericDocValuesField(PAY, PackedPay.of(pay, entry.leadsPeople())));
    }
    return document;
  }

  private static SortedDocValuesField value(Facet facet, String key) {
    return new SortedDocValuesField(facet.name(), new BytesRef(key));
  }

  private static SortedSetDocValuesField values(Facet facet, String key) {
    return new SortedSetDocValuesField(facet.name(), new BytesRef(key));
  }

  /** A term has a longest length; no word that somebody types comes near it. */
  static String cut(String word) {
    return word.length() > 64 ? word.substring(0, 64) : word;
  }

  @Override
  public JobFigures figures(JobQuery query, int top, int newest, LocalDate today) {
    return LuceneView.reading(() -> view, v -> v.figures(query, top, newest, today));
  }

  @Override
  public List<Long> newest(JobQuery query, int from, int size) {
    return LuceneView.reading(() -> view, v -> v.newest(query, from, size));
  }

  @Override
  public List<Long> newest(JobQuery query, Mark after, int size) {
    return LuceneView.reading(() -> view, v -> v.newest(query, after, size));
  }

  @Override
  public long count(JobQuery query) {
    return LuceneView.reading(() -> view, v -> v.count(query));
  }

  @Override
  public List<Long> counts(List<Set<String>> skills) {
    return LuceneView.reading(() -> view, v -> v.counts(skills));
  }

  @Override
  public void close() {
    try {
      view.close();
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
