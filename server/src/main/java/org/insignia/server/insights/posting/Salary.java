package org.insignia.server.insights.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pay as the posting gives it: a range, or one bound of it.
 *
 * @param low at least, null where only the upper bound is given
 * @param high at most, null where only the lower bound is given
 * @param currency ISO 4217
 */
public record Salary(
    @Nullable BigDecimal low, @Nullable BigDecimal high, String currency, Period period) {
  /** Above this no amount is taken, in no currency. */
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  /** Currencies near enough to the dollar for the bounds of a plausible year to hold. */
  private static final Set<String> BOUNDED =
      Set.of("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD");

  private static final BigDecimal LEAST_YEAR = BigDecimal.valueOf(10_000);
  private static final BigDecimal MOST_YEAR = BigDecimal.valueOf(1_500_000);

  public Salary {
    if (low == null && high == null) {
      throw new IllegalArgumentException("neither bound");
    }
    if (isWrong(low) || isWrong(high)) {
      throw new IllegalArgumentException("not an amount: " + low + " to " + high);
    }
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "the lower bound is above the upper: " + low + ", " + high);
    }
    low = plain(low);
    high = plain(high);
    Currency.getInstance(currency); // throws for what is none
  }

  private static boolean isWrong(@Nullable BigDecimal amount) {
    return amount != null && (amount.signum() <= 0 || amount.compareTo(MOST) > 0);
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    var cents = amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return cents.scale() < 0 ? cents.setScale(0) : cents;
  }

  /** A range by the year, in whole units of the currency. */
  public record Annual(long low, long high) {
    /** Halfway between the bounds. */
    public double middle() {
      return (low + high) / 2.0;
    }
  }

  /**
   * What it comes to in a year, for statistics: a bound that is missing counts as the other. Empty
   * where the period is not known, or where the year would be below 10,000 or above 1,500,000 in a
   * currency near the dollar, for that is a slip and no salary.
   */
  public Optional<Annual> annual() {
    if (period.perYear() == 0) {
      return Optional.empty();
    }
    var from = year(Objects.requireNonNull(low == null ? high : low));
    var to = year(Objects.requireNonNull(high == null ? low : high));
    boolean odd =
        BOUNDED.contains(currency)
            && (from.compareTo(LEAST_YEAR) < 0 || to.compareTo(MOST_YEAR) > 0);
    return odd ? Optional.empty() : Optional.of(new Annual(from.longValue(), to.longValue()));
  }

  private BigDecimal year(BigDecimal amount) {
    return amount.multiply(BigDecimal.valueOf(period.perYear())).setScale(0, RoundingMode.HALF_UP);
  }
}
