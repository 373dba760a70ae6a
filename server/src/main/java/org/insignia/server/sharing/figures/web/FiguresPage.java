package org.insignia.server.sharing.figures.web;

import java.util.List;
import org.insignia.server.sharing.figures.Period;

/**
 * What happened to an issuer's badges in a period.
 *
 * @param period as in addresses
 * @param periods those to choose from
 * @param badge id of the achievement that is looked at alone; empty: all
 * @param countries by country, those with most first; empty: nothing is known
 * @param any whether anything happened at all
 */
public record FiguresPage(
    String slug,
    String organisation,
    Period period,
    List<Period> periods,
    String badge,
    List<Choice> choices,
    List<Series> series,
    List<Row> rows,
    List<Place> countries,
    boolean any) {
  public FiguresPage {
    periods = List.copyOf(periods);
    choices = List.copyOf(choices);
    series = List.copyOf(series);
    rows = List.copyOf(rows);
    countries = List.copyOf(countries);
  }

  /** An achievement. */
  public record Choice(String id, String name) {}

  /**
   * One chart.
   *
   * @param kind name of what is counted
   */
  public record Series(String kind, long total, List<Bar> bars) {
    public Series {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A stretch of days.
   *
   * @param height in hundredths of the highest
   */
  public record Bar(String label, long count, int height) {}

  /**
   * A country in numbers.
   *
   * @param name in the reader's language; empty: all others, and what is not known
   * @param counts in the order of the charts, without what was issued; below 0: too few to be told
   */
  public record Place(String name, List<Long> counts) {
    public Place {
      counts = List.copyOf(counts);
    }
  }

  /**
   * An achievement in numbers.
   *
   * @param counts in the order of the charts
   */
  public record Row(String name, String path, List<Long> counts) {
    public Row {
      counts = List.copyOf(counts);
    }
  }
}
