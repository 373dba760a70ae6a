package org.insignia.server.insights.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The weeks of a trend: whole ones, up to the week that is under way.
 *
 * @param first the Monday of the first
 * @param weeks how many
 */
public record Trend(LocalDate first, int weeks) {
  /** Half a year. */
  private static final int WEEKS = 26;

  /** The half year that ends with the week of this day. */
  public static Trend until(LocalDate today) {
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Trend(monday.minusWeeks(WEEKS - 1L), WEEKS);
  }

  /** Which of the weeks a day is in; -1 for none. */
  public int weekOf(long epochDay) {
    long week = Math.floorDiv(epochDay - first.toEpochDay(), 7L);
    return week < 0 || week >= weeks ? -1 : (int) week;
  }

  /** With its counts, week by week. */
  public List<Openings> with(long[] counts) {
    List<Openings> all = new ArrayList<>(weeks);
    for (int i = 0; i < weeks; i++) {
      all.add(new Openings(first.plusWeeks(i), counts[i]));
    }
    return all;
  }
}
