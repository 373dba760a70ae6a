package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.insignia.server.insights.index.PayFigures;
import org.jspecify.annotations.Nullable;

/** Collects the pay of postings by currency. */
final class PaySums {
  private static final int FIRST_SIZE = 64;

  private final boolean withLeaders;
  private final Map<Integer, Sums> byCurrency = new HashMap<>();
  private @Nullable NumericDocValues pays;

  PaySums(boolean withLeaders) {
    this.withLeaders = withLeaders;
  }

  /** A list that grows. */
  private static final class Sums {
    private long[] values = new long[FIRST_SIZE];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  void enter(LeafReaderContext part) throws IOException {
    pays = DocValues.getNumeric(part.reader(), LuceneIndex.PAY);
  }

  void count(int doc) throws IOException {
    if (pays != null && pays.advanceExact(doc)) {
      long packed = pays.longValue();
      if (withLeaders || !PackedPay.leadsPeople(packed)) {
        byCurrency
            .computeIfAbsent(PackedPay.currencyCode(packed), code -> new Sums())
            .add(PackedPay.sum(packed));
      }
    }
  }

  List<PayFigures> figures() {
    var sums = new TreeMap<String, long[]>();
    byCurrency.forEach(
        (code, list) -> sums.put(PackedPay.currency(code), Arrays.copyOf(list.values, list.size)));
    return PayFigures.of(sums);
  }
}
