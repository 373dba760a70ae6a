package org.insignia.server.catalog.entries;

import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.insignia.server.catalog.handmade.Complaints;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.staff.Typed;
import org.springframework.util.MultiValueMap;

/**
 * What a form says of an organisation's rules, as it was typed.
 *
 * @param byType months of validity, by type of certification; empty: for ever
 * @param byUid the same for single certifications; empty: as its type says, 0: for ever
 * @param window months before the end in which a certification can be renewed
 */
public record RulesForm(
    String examBadges,
    String singleExam,
    String lateResults,
    Map<String, String> byType,
    Map<String, String> byUid,
    String window) {
  /** The longest period, in months. */
  public static final int MOST_MONTHS = 600;

  public RulesForm {
    byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    byUid = Collections.unmodifiableMap(new LinkedHashMap<>(byUid));
  }

  /** What rules say. */
  public static RulesForm of(Rules rules, CatalogVersion catalog) {
    Map<String, String> byType = new TreeMap<>();
    catalog.certifications().forEach(c -> byType.put(c.type(), ""));
    rules.validityByType().forEach((type, period) -> byType.put(type, months(period)));
    Map<String, String> byUid = new TreeMap<>();
    rules.validityByUid().forEach((uid, period) -> byUid.put(uid, months(period)));
    return new RulesForm(
        rules.examBadges().name(),
        rules.singleExam().name(),
        rules.lateResults().name(),
        byType,
        byUid,
        months(rules.renewalWindow()));
  }

  private static String months(Period period) {
    return Long.toString(period.toTotalMonths());
  }

  static RulesForm read(MultiValueMap<String, String> form) {
    var byUid = pairs(form, "uid", "uid-months");
    var added = Typed.line(form, "add-uid");
    if (!added.isEmpty()) {
      byUid.put(added, Typed.line(form, "add-months"));
    }
    return new RulesForm(
        Typed.line(form, "examBadges"),
        Typed.line(form, "singleExam"),
        Typed.line(form, "lateResults"),
        pairs(form, "type", "type-months"),
        byUid,
        Typed.line(form, "window"));
  }

  private static Map<String, String> pairs(
      MultiValueMap<String, String> form, String key, String value) {
    Map<String, String> pairs = new LinkedHashMap<>();
    var keys = Typed.lines(form, key);
    var values = Typed.lines(form, value);
    for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
      pairs.put(keys.get(i), values.get(i));
    }
    return pairs;
  }

  /** The rules, if all of it is right. Days and weeks in earlier rules become whole months. */
  Optional<Rules> rules(CatalogVersion catalog, Complaints complaints) {
    var faults = new Heard(complaints);
    Map<String, Period> types = new TreeMap<>();
    Map<String, Period> uids = new TreeMap<>();
    int place = 0;
    for (var entry : byType.entrySet()) {
      var field = "type-months-" + place++;
      if (!entry.getKey().matches(CertificationForm.TYPE)) {
        faults.add(field, "entries.type-wrong");
      }
      period(field, entry.getValue(), faults)
          .filter(period -> !period.isZero())
          .ifPresent(period -> types.put(entry.getKey(), period));
    }
    place = 0;
    for (var entry : byUid.entrySet()) {
      var field = "uid-months-" + place++;
      if (catalog.certification(entry.getKey()).isEmpty()) {
        faults.add(field, "achievements.choose");
      }
      period(field, entry.getValue(), faults).ifPresent(period -> uids.put(entry.getKey(), period));
    }
    var renewal = period("window", window, faults);
    var exams = chosen(Rules.ExamBadges.class, examBadges, "examBadges", faults);
    var single = chosen(Rules.SingleExam.class, singleExam, "singleExam", faults);
    var late = chosen(Rules.LateResults.class, lateResults, "lateResults", faults);
    if (exams.isEmpty() || single.isEmpty() || late.isEmpty() || !faults.none()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rules(exams.get(), single.get(), late.get(), types, uids, renewal.orElse(Period.ZERO)));
  }

  private static Optional<Period> period(String field, String typed, Complaints faults) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!typed.matches("\\d{1,4}") || Integer.parseInt(typed) > MOST_MONTHS) {
      faults.add(field, "entries.months-wrong", MOST_MONTHS);
      return Optional.empty();
    }
    return Optional.of(Period.ofMonths(Integer.parseInt(typed)));
  }

  private static <E extends Enum<E>> Optional<E> chosen(
      Class<E> type, String word, String field, Complaints faults) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(word)) {
        return Optional.of(value);
      }
    }
    faults.add(field, "achievements.choose");
    return Optional.empty();
  }
}
