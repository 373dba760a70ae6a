package org.insignia.server.insights.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.insights.index.PayRange;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.posting.Salary;
import org.insignia.server.insights.posting.Workplace;
import org.insignia.server.insights.wage.Wage;
import org.insignia.server.insights.web.InsightsPage.Choice;
import org.insignia.server.insights.web.InsightsPage.JobRow;
import org.insignia.server.insights.web.InsightsPage.OfficialPay;
import org.insignia.server.platform.web.Shell;
import org.jspecify.annotations.Nullable;

/** Writes places, pay and postings as people read them. */
final class Wording {
  /** In the order of each language; to find that order takes longer than all else of a page. */
  private static final Map<Locale, List<Choice>> COUNTRIES = new ConcurrentHashMap<>();

  private static final Map<Locale, Map<String, String>> NAMES = new ConcurrentHashMap<>();

  private Wording() {}

  static String place(Place place, Shell shell) {
    return Stream.of(place.city(), place.region(), country(place.country(), shell))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  static String country(String code, Shell shell) {
    return NAMES
        .computeIfAbsent(shell.language().locale(), Wording::names)
        .getOrDefault(code, code);
  }

  private static Map<String, String> names(Locale locale) {
    return Arrays.stream(Locale.getISOCountries())
        .collect(
            Collectors.toMap(code -> code, code -> Locale.of("", code).getDisplayCountry(locale)));
  }

  static List<Choice> countries(String chosen, Shell shell) {
    return COUNTRIES.computeIfAbsent(shell.language().locale(), Wording::countries).stream()
        .map(each ->
            each.value().equals(chosen) ? new Choice(each.value(), each.label(), true) : each)
        .toList();
  }

  private static List<Choice> countries(Locale locale) {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Choice(code, Locale.of("", code).getDisplayCountry(locale), false))
        .sorted(Comparator.comparing(Choice::label, java.text.Collator.getInstance(locale)))
        .toList();
  }

  static String money(String currency, BigDecimal amount, Shell shell) {
    return shell.t("jobs.money", currency, shell.number(amount.setScale(0, RoundingMode.HALF_UP)));
  }

  /** A range of pay without its currency. */
  static String amounts(PayRange range, Shell shell) {
    if (range.from() == 0) {
      return shell.t("jobs.band.under", shell.number(range.to()));
    }
    if (range.to() == Long.MAX_VALUE) {
      return shell.t("jobs.band.over", shell.number(range.from()));
    }
    return shell.t("jobs.band.between", shell.number(range.from()), shell.number(range.to() - 1));
  }

  /** A range of pay as postings are narrowed down by it. */
  static String band(PayRange range, Shell shell) {
    return shell.t("jobs.narrowed.pay", range.currency(), amounts(range, shell));
  }

  /** The pay as the posting gives it; empty where it gives none. */
  static String pay(Posting posting, Shell shell) {
    var salary = posting.salary();
    if (salary == null) {
      return "";
    }
    return shell.t("jobs.pay." + salary.period(), range(salary, shell));
  }

  private static String range(Salary salary, Shell shell) {
    var low = salary.low();
    var high = salary.high();
    if (low == null || high == null || low.compareTo(high) == 0) {
      var one = Objects.requireNonNull(low == null ? high : low);
      return shell.t("jobs.money", salary.currency(), shell.number(one));
    }
    return shell.t("jobs.money.range", salary.currency(), shell.number(low), shell.number(high));
  }

  static OfficialPay official(Wage wage, Shell shell) {
    List<String> amounts = new ArrayList<>();
    wage.percentiles().forEach(amount -> amounts.add(amount(amount, shell)));
    var employed = wage.employed();
    return new OfficialPay(
        wage.title(),
        wage.state().isEmpty() ? country("US", shell) : wage.state(),
        amounts,
        amount(wage.mean(), shell),
        employed == null ? "–" : shell.number(employed),
        Integer.toString(wage.year()));
  }

  private static String amount(@Nullable Integer amount, Shell shell) {
    if (amount == null) {
      return "–";
    }
    var written = shell.number(amount);
    return amount >= Wage.TOP ? shell.t("jobs.band.over", written) : written;
  }

  static String where(Posting posting, Shell shell) {
    List<String> parts = new ArrayList<>();
    var place = posting.place();
    parts.add(place.isUnknown() ? posting.placeGiven() : place(place, shell));
    if (posting.workplace() != Workplace.UNSTATED) {
      parts.add(shell.t("jobs.workplace." + posting.workplace()));
    }
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }

  static JobRow row(KnownPosting known, String badge, Shell shell) {
    var posting = known.posting();
    var path = "/home/jobs/" + known.id().value() + (badge.isEmpty() ? "" : "?badge=" + badge);
    return new JobRow(
        shell.link(path),
        posting.title(),
        posting.employer(),
        where(posting, shell),
        pay(posting, shell),
        shell.date(known.appearedAt()));
  }
}
