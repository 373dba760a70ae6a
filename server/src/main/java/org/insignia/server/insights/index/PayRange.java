package org.insignia.server.insights.index;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of yearly pay in one currency, as {@link PayFigures} counts it: by the middle of what a
 * posting states, in whole units; {@link PayFigures.Band} for one currency.
 *
 * @param currency ISO 4217
 * @param from 0 where there is no least
 * @param to the first that is above it; {@link Long#MAX_VALUE} where there is no most
 */
public record PayRange(String currency, long from, long to) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern WRITTEN = Pattern.compile("([A-Z]{3})-(\\d{1,14})-(\\d{0,14})");

  public PayRange {
    if (!CURRENCY.matcher(currency).matches() || from < 0 || to <= from) {
      throw new IllegalArgumentException("no range of pay: " + currency + " " + from + " " + to);
    }
  }

  /** Reads what {@link #toString} wrote; empty where it is something else. */
  public static Optional<PayRange> read(String text) {
    var parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long from = Long.parseLong(parts.group(2));
    long to = parts.group(3).isEmpty() ? Long.MAX_VALUE : Long.parseLong(parts.group(3));
    boolean any = from == 0 && to == Long.MAX_VALUE;
    return any || to <= from
        ? Optional.empty()
        : Optional.of(new PayRange(parts.group(1), from, to));
  }

  /** The least {@link Pay#sum} in it. */
  public long leastSum() {
    return 2 * from;
  }

  /** The least {@link Pay#sum} above it. */
  public long sumAbove() {
    return to == Long.MAX_VALUE ? Long.MAX_VALUE : 2 * to;
  }

  /** As addresses have it: {@code EUR-50000-60000}, without the end where it is open. */
  @Override
  public String toString() {
    return currency + "-" + from + "-" + (to == Long.MAX_VALUE ? "" : Long.toString(to));
  }
}
