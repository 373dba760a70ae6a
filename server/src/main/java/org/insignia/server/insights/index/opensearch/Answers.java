package org.insignia.server.insights.index.opensearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.Openings;
import org.insignia.server.insights.index.PayFigures;
import org.insignia.server.insights.index.Trend;
import tools.jackson.databind.JsonNode;

/** Reads the cluster's answers. */
final class Answers {
  private static final long MINUTES_A_DAY = 24 * 60;

  private Answers() {}

  static long count(JsonNode answer) {
    return answer.required("hits").required("total").required("value").longValue();
  }

  static List<Long> newest(JsonNode answer) {
    List<Long> numbers = new ArrayList<>();
    for (var hit : answer.required("hits").required("hits")) {
      numbers.add(hit.required("sort").required(1).longValue());
    }
    return numbers;
  }

  static Map<Facet, List<Bar>> bars(JsonNode answer) {
    var bars = new EnumMap<Facet, List<Bar>>(Facet.class);
    for (var facet : Facet.values()) {
      List<Bar> of = new ArrayList<>();
      for (var bucket : buckets(exact(counts(answer).path(facet.name())))) {
        of.add(new Bar(bucket.required("key").stringValue(), counted(bucket)));
      }
      bars.put(facet, of);
    }
    return bars;
  }

  static List<Openings> weeks(JsonNode answer, Trend trend) {
    var counts = new long[trend.weeks()];
    for (var bucket : buckets(counts(answer).required(Questions.WEEKS))) {
      long day = Math.floorDiv(bucket.required("key").longValue(), MINUTES_A_DAY);
      int week = trend.weekOf(day);
      if (week >= 0) {
        counts[week] += counted(bucket);
      }
    }
    return trend.with(counts);
  }

  static List<Long> sets(JsonNode answer) {
    List<Long> all = new ArrayList<>();
    for (var bucket : buckets(counts(answer).required(Questions.SETS))) {
      all.add(counted(bucket));
    }
    return all;
  }

  /** The pay in an answer; empty of sums where there are more different ones than came at once. */
  static Paid pay(JsonNode answer) {
    var paid = new Paid();
    for (var currency :
        buckets(exact(counts(answer).required(Questions.PAY).path(Questions.CURRENCIES)))) {
      var code = currency.required("key").stringValue();
      if (currency.required(Questions.EMPLOYERS).required("buckets").size()
          >= PayFigures.LEAST_EMPLOYERS) {
        paid.ofMany.add(code);
      }
      var sums = currency.required(Questions.SUMS);
      paid.whole &= sums.required("sum_other_doc_count").longValue() == 0;
      for (var sum : buckets(exact(sums))) {
        paid.add(code, sum.required("key").longValue(), counted(sum));
      }
    }
    return paid;
  }

  /** A page of sums, added to those before. */
  static void add(JsonNode answer, Paid paid) {
    for (var bucket : buckets(counts(answer).required(Questions.SUMS))) {
      var key = bucket.required("key");
      paid.add(
          key.required(IndexForm.CURRENCY).stringValue(),
          key.required(IndexForm.SUM).longValue(),
          counted(bucket));
    }
  }

  /** Where the page after this one begins; missing after the last. */
  static JsonNode after(JsonNode answer) {
    return counts(answer).required(Questions.SUMS).path("after_key");
  }

  /** What postings pay, by currency. */
  static final class Paid {
    private static final int FIRST_SIZE = 64;

    private final Map<String, long[]> sums = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> ofMany = new HashSet<>();
    private boolean whole = true;

    /** Whether nothing is missing. */
    boolean isWhole() {
      return whole;
    }

    /** Forgets the sums, to be added again page by page. */
    void beginAgain() {
      sums.clear();
      sizes.clear();
      whole = true;
    }

    private void add(String currency, long sum, long times) {
      int size = sizes.getOrDefault(currency, 0);
      int after = Math.addExact(size, Math.toIntExact(times));
      var values = sums.getOrDefault(currency, new long[FIRST_SIZE]);
      if (after > values.length) {
        values = Arrays.copyOf(values, Math.max(after, 2 * values.length));
      }
      Arrays.fill(values, size, after, sum);
      sums.put(currency, values);
      sizes.put(currency, after);
    }

    List<PayFigures> figures() {
      var exact = new HashMap<String, long[]>();
      sums.forEach((currency, values) ->
          exact.put(currency, Arrays.copyOf(values, sizes.getOrDefault(currency, 0))));
      return PayFigures.of(exact, ofMany);
    }
  }

  private static JsonNode counts(JsonNode answer) {
    return answer.path("aggregations");
  }

  private static Iterable<JsonNode> buckets(JsonNode counts) {
    return counts.path("buckets");
  }

  private static long counted(JsonNode bucket) {
    return bucket.required("doc_count").longValue();
  }

  /** Counts over several parts may be near misses, which the cluster admits. */
  private static JsonNode exact(JsonNode terms) {
    if (terms.path("doc_count_error_upper_bound").longValue() != 0) {
      throw new IllegalStateException(
          "the search cluster counted not exactly: is the index in one part?");
    }
    return terms;
  }
}
