package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.insignia.server.insights.index.PayFigures;
import org.jspecify.annotations.Nullable;

/** Collects the pay of postings by currency. */
final class PaySums {
  private static final int FIRST_SIZE = 64;

  private final boolean withLeaders;
  private final Map<Integer, Sums> byCurrency = new HashMap<>();
  private final FacetValues employers;
  private @Nullable NumericDocValues pays;
  private @Nullable SortedSetDocValues employer;
  private LongValues numbers = LongValues.IDENTITY;

  PaySums(boolean withLeaders, FacetValues employers) {
    this.withLeaders = withLeaders;
    this.employers = employers;
  }

  /** A list that grows. */
  private static final class Sums {
    private long[] values = new long[FIRST_SIZE];
    private int size;
    private final Set<Long> employers = new HashSet<>();

    boolean isOfMany() {
      return employers.size() >= PayFigures.LEAST_EMPLOYERS;
    }

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  void enter(LeafReaderContext part) throws IOException {
    pays = DocValues.getNumeric(part.reader(), LuceneIndex.PAY);
    employer = employers.in(part);
    numbers = employers.numbers().getGlobalOrds(part.ord);
  }

  void count(int doc) throws IOException {
    if (pays != null && pays.advanceExact(doc)) {
      long packed = pays.longValue();
      if (withLeaders || !PackedPay.leadsPeople(packed)) {
        var sums = byCurrency.computeIfAbsent(PackedPay.currencyCode(packed), code -> new Sums());
        sums.add(PackedPay.sum(packed));
        if (!sums.isOfMany() && employer != null && employer.advanceExact(doc)) {
          sums.employers.add(numbers.get(employer.nextOrd()));
        }
      }
    }
  }

  List<PayFigures> figures() {
    var sums = new TreeMap<String, long[]>();
    var ofMany = new HashSet<String>();
    byCurrency.forEach((code, list) -> {
      var currency = PackedPay.currency(code);
      sums.put(currency, Arrays.copyOf(list.values, list.size));
      if (list.isOfMany()) {
        ofMany.add(currency);
      }
    });
    return PayFigures.of(sums, ofMany);
  }
}
