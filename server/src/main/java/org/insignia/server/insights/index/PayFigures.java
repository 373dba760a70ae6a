package org.insignia.server.insights.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The yearly pay of postings in one currency; a posting counts with the middle of its range.
 *
 * @param n how many postings state a pay
 * @param percentiles the 10th, 25th, 50th, 75th and 90th, by linear interpolation, to the cent;
 *     none under {@link #LEAST} postings or {@link #LEAST_EMPLOYERS} employers
 * @param bands how many postings are in each of a few round ranges; none where there are no
 *     percentiles
 */
public record PayFigures(String currency, int n, List<BigDecimal> percentiles, List<Band> bands) {
  /** Under so many postings a figure says nothing of the market. */
  public static final int LEAST = 10;

  /** Under so many employers that are named a figure says what these pay. */
  public static final int LEAST_EMPLOYERS = 3;

  private static final int[] PERCENTS = {10, 25, 50, 75, 90};
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public PayFigures {
    percentiles = List.copyOf(percentiles);
    bands = List.copyOf(bands);
  }

  /**
   * A range of pay.
   *
   * @param from 0 for the lowest
   * @param to where the next begins; {@link Long#MAX_VALUE} for the highest
   */
  public record Band(long from, long to, int count) {}

  /** Half of the postings pay at least so much; only where there are enough. */
  public BigDecimal median() {
    return percentiles.get(2);
  }

  /**
   * The figures of each currency, that of the most postings first.
   *
   * @param sums {@link Pay#sum} of each posting by currency, in any order
   * @param ofMany the currencies whose postings are of {@link #LEAST_EMPLOYERS} named employers or
   *     more
   */
  public static List<PayFigures> of(Map<String, long[]> sums, Set<String> ofMany) {
    List<PayFigures> all = new ArrayList<>();
    new TreeMap<>(sums)
        .forEach((currency, values) ->
            all.add(
                ofMany.contains(currency)
                    ? of(currency, values.clone())
                    : new PayFigures(currency, values.length, List.of(), List.of())));
    all.sort((a, b) -> b.n - a.n);
    return all;
  }

  private static PayFigures of(String currency, long[] sums) {
    if (sums.length < LEAST) {
      return new PayFigures(currency, sums.length, List.of(), List.of());
    }
    Arrays.sort(sums);
    List<BigDecimal> percentiles = new ArrayList<>();
    for (int percent : PERCENTS) {
      percentiles.add(percentile(sums, percent));
    }
    return new PayFigures(currency, sums.length, percentiles, bands(sums, percentiles));
  }

  private static BigDecimal percentile(long[] sums, int percent) {
    var position = BigDecimal.valueOf((long) percent * (sums.length - 1)).divide(HUNDRED);
    int below = position.intValue();
    int above = Math.min(below + 1, sums.length - 1);
    return BigDecimal.valueOf(sums[above] - sums[below])
        .multiply(position.subtract(BigDecimal.valueOf(below)))
        .add(BigDecimal.valueOf(sums[below]))
        .divide(BigDecimal.TWO)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static List<Band> bands(long[] sums, List<BigDecimal> percentiles) {
    long low = percentiles.getFirst().longValue();
    long high = percentiles.getLast().longValue();
    long step = roundStep(Math.max(1, (high - low) / 4));
    long from = Math.max(step, low / step * step);
    int count = (int) Math.max(1, Math.min(8, (high - from + step - 1) / step));
    var counts = new int[count + 2];
    for (long sum : sums) {
      long pay = sum / 2;
      long band = pay < from ? 0 : Math.min(count + 1L, 1 + (pay - from) / step);
      counts[(int) band]++;
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      long begin = i == 0 ? 0 : from + (i - 1) * step;
      bands.add(new Band(begin, i > count ? Long.MAX_VALUE : from + i * step, counts[i]));
    }
    return bands;
  }

  /** 1, 2 or 5 with noughts behind, and not below what is asked. */
  private static long roundStep(long least) {
    long unit = 1;
    while (unit * 10 < least) {
      unit *= 10;
    }
    for (int times : new int[] {1, 2, 5}) {
      if (unit * times >= least) {
        return unit * times;
      }
    }
    return unit * 10;
  }
}
