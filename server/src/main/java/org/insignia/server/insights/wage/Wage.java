package org.insignia.server.insights.wage;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an occupation pays in an area, in whole US dollars a year.
 *
 * @param area {@code US}, or a state as {@code US-CA}
 * @param occupation code of SOC 2018
 * @param title its English name
 * @param year of the survey, which is that of May
 * @param employed how many work in it; null where not published
 * @param percentiles the 10th, 25th, 50th, 75th and 90th; null where not published
 * @param mean null where not published
 * @param topped whether one of them is at the highest amount the survey tells, so that it is more
 */
public record Wage(
    String area,
    String occupation,
    String title,
    int year,
    @Nullable Long employed,
    List<@Nullable Integer> percentiles,
    @Nullable Integer mean,
    boolean topped) {
  /** The highest amount the survey tells; above it a file has a mark. */
  public static final int TOP = 239_200;

  public Wage {
    percentiles = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(percentiles));
    Objects.requireNonNull(area);
  }

  /** The English name of the state; empty where it is of the whole country. */
  public String state() {
    return area.equals("US") ? "" : States.name(area.substring(3));
  }

  /** Whether it says anything of pay. */
  public boolean hasPay() {
    return mean != null || percentiles.stream().anyMatch(Objects::nonNull);
  }

  /** What half of the employed earn at least; null where not published. */
  public @Nullable Integer median() {
    return percentiles.get(2);
  }
}
