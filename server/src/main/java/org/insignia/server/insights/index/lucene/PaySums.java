package org.insignia.server.insights.index.lucene;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.PayFigures;

/** Collects the pay of postings by currency. */
final class PaySums {
  private final boolean withLeaders;
  private final Map<Integer, Sums> byCurrency = new HashMap<>();
  private int lastCode = -1;
  private Sums last = new Sums();
  private int[] employers = new int[0];

  PaySums(boolean withLeaders) {
    this.withLeaders = withLeaders;
  }

  /**
   * @param throughout the number throughout of each employer of this part
   */
  void enter(int[] throughout) {
    employers = throughout;
  }

  void count(Rows rows, int start, int end) {
    long packed = rows.pay(start);
    if (packed == 0 || !withLeaders && PackedPay.leadsPeople(packed)) {
      return;
    }
    var sums = of(PackedPay.currencyCode(packed));
    sums.add(PackedPay.sum(packed));
    for (int i = start + Rows.HEAD; i < end && !sums.isOfMany(); i++) {
      if (Rows.facet(rows.cells()[i]) == Facet.EMPLOYER.ordinal()) {
        sums.employers.add(employers[Rows.number(rows.cells()[i])]);
      }
    }
  }

  /** Most postings beside each other are paid in the same currency. */
  private Sums of(int code) {
    if (code != lastCode) {
      last = byCurrency.computeIfAbsent(code, none -> new Sums());
      lastCode = code;
    }
    return last;
  }

  List<PayFigures> figures() {
    var sums = new TreeMap<String, long[]>();
    var ofMany = new HashSet<String>();
    byCurrency.forEach((code, list) -> {
      var currency = PackedPay.currency(code);
      sums.put(currency, list.sorted());
      if (list.isOfMany()) {
        ofMany.add(currency);
      }
    });
    return PayFigures.of(sums, ofMany);
  }
}
