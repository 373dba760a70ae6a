package org.insignia.server.api.me.jobs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.insignia.server.insights.index.PayFigures;
import org.insignia.server.insights.market.Outlook;
import org.insignia.server.insights.wage.Wage;
import org.jspecify.annotations.Nullable;

/**
 * What the labour market says of a badge, or of one of its skills.
 *
 * @param skill id; null for all of them
 * @param off whether the issuer wants no insights shown; then there are no skills
 * @param jobs address of all the postings that are counted
 * @param pay each currency by itself
 */
record OutlookJson(
    UUID badge,
    @Nullable String skill,
    boolean off,
    List<OfSkill> skills,
    long openings,
    String jobs,
    List<Pay> pay,
    List<Count> employers,
    List<Count> titles,
    List<PlaceCount> places,
    List<Count> alsoAsked,
    Trend trend,
    List<JobJson> newest,
    List<Official> official,
    List<JobJson.From> sources) {

  /** A skill of the badge, with the address of what is said of it alone. */
  record OfSkill(String id, String name, String insights) {}

  /** How many postings share something, and the address of these. */
  record Count(String key, String name, long count, String jobs) {}

  /** How many postings are in a place. */
  record PlaceCount(JobJson.@Nullable Where place, long count, String jobs) {}

  /**
   * Yearly pay in one currency.
   *
   * @param n how many postings state it
   * @param percentiles null where there are fewer than ten postings, or three employers
   */
  record Pay(String currency, int n, @Nullable Percentiles percentiles, List<Band> bands) {
    static @Nullable Percentiles percentiles(PayFigures figures) {
      var of = figures.percentiles();
      return of.isEmpty()
          ? null
          : new Percentiles(of.get(0), of.get(1), of.get(2), of.get(3), of.get(4));
    }
  }

  /** So many in a hundred are paid less. */
  record Percentiles(
      @Nullable BigDecimal p10,
      @Nullable BigDecimal p25,
      @Nullable BigDecimal p50,
      @Nullable BigDecimal p75,
      @Nullable BigDecimal p90) {}

  /**
   * A range of pay.
   *
   * @param to where the next begins; null for the highest
   */
  record Band(long from, @Nullable Long to, int count, String jobs) {}

  /** Postings by the week they appeared, open or closed by now. */
  record Trend(List<Week> weeks, long lastFourWeeks, long fourWeeksBefore) {
    static Trend of(Outlook outlook) {
      return new Trend(
          outlook.figures().trend().stream().map(w -> new Week(w.week(), w.count())).toList(),
          outlook.appearedLately(),
          outlook.appearedBefore());
    }
  }

  /** A week, by its Monday. */
  record Week(LocalDate week, long count) {}

  /**
   * What official statistics say of an occupation, in US dollars a year.
   *
   * @param area {@code US}, or a state as {@code US-CA}
   * @param topped whether one of the amounts is the highest that is told, and means so much or more
   */
  record Official(
      String occupation,
      String title,
      String area,
      int year,
      @Nullable Long employed,
      Percentiles percentiles,
      @Nullable BigDecimal mean,
      boolean topped,
      String source) {
    private static final String SOURCE =
        "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics";

    static Official of(Wage wage) {
      var of = wage.percentiles();
      return new Official(
          wage.occupation(),
          wage.title(),
          wage.area(),
          wage.year(),
          wage.employed(),
          new Percentiles(
              amount(of.get(0)),
              amount(of.get(1)),
              amount(of.get(2)),
              amount(of.get(3)),
              amount(of.get(4))),
          amount(wage.mean()),
          wage.topped(),
          SOURCE);
    }

    private static @Nullable BigDecimal amount(@Nullable Integer amount) {
      return amount == null ? null : BigDecimal.valueOf(amount);
    }
  }
}
