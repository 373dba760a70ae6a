package org.insignia.server.insights.web;

import java.util.List;
import org.insignia.server.insights.market.Source;

/**
 * What the labour market says of the skills of a badge.
 *
 * @param path of this page without what it is narrowed down by
 * @param badge name of the badge
 * @param badgePath path of its insights with all its skills
 * @param off whether the issuer wants none shown
 * @param skills each with its page
 * @param skill the one looked at; empty for all of them
 * @param allJobs address of all its postings
 */
public record InsightsPage(
    String path,
    String badge,
    String badgePath,
    boolean off,
    List<SkillLink> skills,
    String skill,
    Asked asked,
    List<Choice> countries,
    long openings,
    List<Block> blocks,
    List<PayBlock> pay,
    List<OfficialPay> official,
    TrendBlock trend,
    List<JobRow> newest,
    String allJobs,
    List<Source> sources) {

  /** A skill and the address of its page. */
  public record SkillLink(String name, String href, boolean here) {}

  /** What a field offers. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * A ranked block.
   *
   * @param key ends the text key of its heading
   * @param more address of the page with more rows; empty where there are none
   */
  public record Block(String key, List<Row> rows, String more) {}

  /**
   * A bar.
   *
   * @param width in hundredths of the longest
   * @param href the postings behind it
   */
  public record Row(String label, long count, int width, String href) {}

  /**
   * Pay in one currency.
   *
   * @param n how many postings state it
   * @param percentiles written amounts; none where there are too few postings
   * @param bands with the postings of each
   */
  public record PayBlock(String currency, int n, List<String> percentiles, List<Row> bands) {}

  /**
   * What the official statistics say of an occupation.
   *
   * @param title in English
   * @param area name of the country or state
   * @param percentiles written amounts; a dash where none is published, as for the mean
   * @param year of the survey
   */
  public record OfficialPay(
      String title,
      String area,
      List<String> percentiles,
      String mean,
      String employed,
      String year) {}

  /**
   * Openings by week.
   *
   * @param bars height in hundredths of the highest
   * @param recent how many appeared in the last four whole weeks, and in the four before
   */
  public record TrendBlock(List<Week> bars, long recent, long before) {
    /** Whether anything appeared at all. */
    public boolean isKnown() {
      return bars.stream().anyMatch(week -> week.count() > 0);
    }
  }

  /** A week of the trend. */
  public record Week(String label, long count, int height) {}

  /** A posting in a list. */
  public record JobRow(
      String href, String title, String employer, String place, String pay, String posted) {}
}
