package org.insignia.server.insights.reading;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.server.insights.posting.Period;
import org.insignia.server.insights.posting.Salary;
import org.jspecify.annotations.Nullable;

/** Reads the pay of a draft. */
final class Pay {
  private static final Pattern AMOUNT =
      Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?([eE][+-]?\\d{1,3})?");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** The word a feed uses, without case, digits and marks. */
  private static final Map<String, Period> WORDS = words();

  /** What stands where no pay is stated; the posting is as good without. */
  private static final Set<String> UNSTATED =
      Set.of(
          "negotiable",
          "competitive",
          "doe",
          "depends on experience",
          "tbd",
          "n/a",
          "na",
          "none",
          "not specified",
          "not disclosed",
          "undisclosed",
          "confidential",
          "-",
          "a convenir",
          "negociable",
          "según convenio",
          "según experiencia",
          "a combinar",
          "negociável",
          "a definir",
          "confidencial",
          "da definire",
          "da concordare",
          "trattabile",
          "verhandelbar",
          "nach vereinbarung",
          "à négocier",
          "面议",
          "薪资面议");

  private Pay() {}

  private static Map<String, Period> words() {
    var lists =
        Map.of(
            Period.HOUR, "hour hourly perhour perhourwage hr h",
            Period.FEDERAL_HOUR, "ph federalhour",
            Period.DAY, "day daily perday perdaywage pd",
            Period.WEEK, "week weekly perweek perweeksalary pw",
            Period.TWO_WEEKS, "biweekly biweek bw twoweeks semimonthly",
            Period.MONTH, "month monthly permonth permonthsalary pm monat mes mois",
            Period.YEAR,
                "year yearly annual annually annum perannum peryear peryearsalary pa yr jahr año",
            Period.UNSTATED, "onetime fee project piecework pw fb pieceworks");
    Map<String, Period> words = new java.util.HashMap<>();
    lists.forEach((period, list) -> {
      for (var word : list.split(" ")) {
        words.merge(word, period, (one, other) -> one == Period.UNSTATED ? other : one);
      }
    });
    return Map.copyOf(words);
  }

  static @Nullable Salary of(Draft draft) throws Faulty {
    var low = amount(draft.text(Field.LOW));
    var high = amount(draft.text(Field.HIGH));
    if (low == null && high == null) {
      return null;
    }
    var currency = draft.text(Field.CURRENCY).strip().toUpperCase(Locale.ROOT);
    if (!CURRENCIES.contains(currency)) {
      throw new Faulty(Fault.BAD_CURRENCY, draft.text(Field.CURRENCY));
    }
    try {
      return new Salary(low, high, currency, period(draft.text(Field.PERIOD)));
    } catch (IllegalArgumentException e) {
      throw new Faulty(Fault.BAD_SALARY, draft.text(Field.LOW) + " " + draft.text(Field.HIGH));
    }
  }

  private static @Nullable BigDecimal amount(String given) throws Faulty {
    var text = given.strip();
    if (text.isEmpty() || UNSTATED.contains(text.toLowerCase(Locale.ROOT))) {
      return null;
    }
    if (!AMOUNT.matcher(text).matches()) {
      throw new Faulty(Fault.BAD_SALARY, text);
    }
    return new BigDecimal(text);
  }

  private static Period period(String given) throws Faulty {
    if (given.isBlank()) {
      return Period.UNSTATED;
    }
    var word = given.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "");
    var period = WORDS.get(word);
    if (period == null) {
      throw new Faulty(Fault.BAD_PERIOD, given);
    }
    return period;
  }
}
