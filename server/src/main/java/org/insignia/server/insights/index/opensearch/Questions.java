package org.insignia.server.insights.index.opensearch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.Mark;
import org.insignia.server.insights.index.PayFigures;
import org.insignia.server.insights.index.Trend;
import org.insignia.server.insights.posting.Seniority;
import org.jspecify.annotations.Nullable;

/** Questions in the cluster's language. All of them only filter and count, nothing is scored. */
final class Questions {
  static final String WEEKS = "weeks";
  static final String PAY = "pay";
  static final String CURRENCIES = "currencies";
  static final String EMPLOYERS = "employers";
  static final String SUMS = "sums";
  static final String SETS = "sets";

  /** So many different sums of a currency come at once; where there are more, pages of them do. */
  static final int SUMS_AT_ONCE = 4000;

  /** More than there are in the world. */
  private static final int MOST_CURRENCIES = 1000;

  private static final String OPEN = "o";
  private static final String LEADERS = "y:" + Seniority.MANAGEMENT;
  private static final long MINUTES_A_DAY = 24 * 60;
  private static final long MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

  private Questions() {}

  /**
   * Open postings: how many, by facets, their pay. It names none of them, and so the cluster
   * remembers its answer until something changes.
   */
  static Map<String, Object> open(JobQuery query, int top) {
    var counts = new HashMap<String, Object>();
    if (top > 0) {
      for (var facet : Facet.values()) {
        counts.put(facet.name(), Map.of("terms", most(facet.name(), top)));
      }
    }
    counts.put(PAY, pay(query));
    var question = new HashMap<>(counting(filters(query, true), counts));
    question.put("track_total_hits", true);
    return question;
  }

  private static Map<String, Object> pay(JobQuery query) {
    var of =
        Map.of(
            EMPLOYERS,
            Map.of("terms", most(Facet.EMPLOYER.name(), PayFigures.LEAST_EMPLOYERS)),
            SUMS,
            Map.of("terms", most(IndexForm.SUM, SUMS_AT_ONCE)));
    var currencies = Map.of("terms", most(IndexForm.CURRENCY, MOST_CURRENCIES), "aggs", of);
    return Map.of("filter", payable(query), "aggs", Map.of(CURRENCIES, currencies));
  }

  private static Map<String, Object> payable(JobQuery query) {
    return query.asksForLeaders()
        ? Map.of("match_all", Map.of())
        : Map.of("bool", Map.of("must_not", List.of(term(IndexForm.TERM, LEADERS))));
  }

  /** Equal ones by their key. In an index of one part these are exact. */
  private static Map<String, Object> most(String field, int size) {
    return Map.of("field", field, "size", size);
  }

  /**
   * Every sum that is paid, with its currency, and how often.
   *
   * @param after where the page before ended; null for the first
   */
  static Map<String, Object> sums(JobQuery query, @Nullable Object after) {
    var composite = new HashMap<String, Object>();
    composite.put("size", SUMS_AT_ONCE);
    composite.put("sources", List.of(source(IndexForm.CURRENCY), source(IndexForm.SUM)));
    if (after != null) {
      composite.put("after", after);
    }
    var filters = filters(query, true);
    filters.add(payable(query));
    return counting(filters, Map.of(SUMS, Map.of("composite", composite)));
  }

  private static Map<String, Object> source(String field) {
    return Map.of(field, Map.of("terms", Map.of("field", field)));
  }

  /** Open and closed postings by the week they appeared. */
  static Map<String, Object> weeks(JobQuery query, Trend trend) {
    long first = minute(trend.first());
    var filters = filters(query, false);
    filters.add(
        Map.of(
            "range",
            Map.of(
                IndexForm.MINUTE,
                Map.of("gte", first, "lt", first + trend.weeks() * MINUTES_A_WEEK))));
    var histogram =
        Map.of(
            "field",
            IndexForm.MINUTE,
            "interval",
            MINUTES_A_WEEK,
            "offset",
            Math.floorMod(first, MINUTES_A_WEEK),
            "min_doc_count",
            1);
    return counting(filters, Map.of(WEEKS, Map.of("histogram", histogram)));
  }

  /** The numbers of open postings, those that appeared last first. */
  static Map<String, Object> newest(JobQuery query, int from, int size) {
    var question = new HashMap<String, Object>();
    question.put("query", all(filters(query, true)));
    question.put("from", from);
    question.put("size", size);
    question.put(
        "sort", List.of(Map.of(IndexForm.MINUTE, "desc"), Map.of(IndexForm.NUMBER, "desc")));
    question.put("_source", false);
    question.put("track_total_hits", false);
    return question;
  }

  /** As the other, those that stand behind a mark. */
  static Map<String, Object> newest(JobQuery query, Mark after, int size) {
    var question = newest(query, 0, size);
    question.put("search_after", List.of(after.minute(), after.number()));
    return question;
  }

  static Map<String, Object> count(JobQuery query) {
    var question = new HashMap<>(counting(filters(query, true), Map.of()));
    question.put("track_total_hits", true);
    return question;
  }

  /** How many open postings ask for one skill of each set. */
  static Map<String, Object> sets(List<Set<String>> skills) {
    var sets =
        skills.stream()
            .map(set -> terms(set.stream().map(skill -> "s:" + skill).sorted().toList()))
            .toList();
    var any = skills.stream().flatMap(Set::stream).distinct().map(skill -> "s:" + skill).toList();
    return counting(
        List.of(term(IndexForm.TERM, OPEN), terms(any)),
        Map.of(SETS, Map.of("filters", Map.of("filters", sets))));
  }

  private static Map<String, Object> counting(List<Object> filters, Map<String, Object> counts) {
    return Map.of("query", all(filters), "size", 0, "track_total_hits", false, "aggs", counts);
  }

  private static Map<String, Object> all(List<Object> filters) {
    return Map.of("bool", Map.of("filter", filters));
  }

  private static List<Object> filters(JobQuery query, boolean open) {
    List<Object> filters = new ArrayList<>();
    if (open) {
      filters.add(term(IndexForm.TERM, OPEN));
    }
    query.terms().forEach(terms -> filters.add(terms(terms.stream().sorted().toList())));
    query.wanted().forEach(word -> filters.add(term(IndexForm.WORD, Documents.cut(word))));
    var since = query.since();
    if (since != null) {
      filters.add(Map.of("range", Map.of(IndexForm.MINUTE, Map.of("gte", minute(since)))));
    }
    var range = query.pay();
    if (range != null) {
      filters.add(term(IndexForm.CURRENCY, range.currency()));
      filters.add(
          Map.of(
              "range",
              Map.of(IndexForm.SUM, Map.of("gte", range.leastSum(), "lt", range.sumAbove()))));
      filters.add(payable(query));
    }
    return filters;
  }

  private static Map<String, Object> terms(List<String> terms) {
    return terms.size() == 1
        ? term(IndexForm.TERM, terms.getFirst())
        : Map.of("terms", Map.of(IndexForm.TERM, terms));
  }

  private static Map<String, Object> term(String field, String value) {
    return Map.of("term", Map.of(field, value));
  }

  private static long minute(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 60;
  }
}
