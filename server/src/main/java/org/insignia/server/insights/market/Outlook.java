package org.insignia.server.insights.market;

import java.util.List;
import java.util.Set;
import org.insignia.server.insights.index.Bar;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.Openings;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.wage.Wage;

/**
 * What the labour market says of some skills, and what that rests on.
 *
 * @param of ids of the skills; none where there is nothing to say
 * @param newest the open postings that appeared last
 * @param official what the statistics of the United States say of the occupations
 * @param sources the feeds that open postings come from
 */
public record Outlook(
    Set<String> of,
    JobFigures figures,
    List<KnownPosting> newest,
    List<Wage> official,
    List<Source> sources) {
  private static final int FOUR_WEEKS = 4;

  public Outlook {
    of = Set.copyOf(of);
    newest = List.copyOf(newest);
    official = List.copyOf(official);
    sources = List.copyOf(sources);
  }

  /** The bars of a facet. Of the skills the ones that were asked for say nothing. */
  public List<Bar> bars(Facet facet) {
    var bars = figures.of(facet);
    return facet == Facet.SKILL
        ? bars.stream().filter(bar -> !of.contains(bar.key())).toList()
        : bars;
  }

  /** How many postings appeared in the last four whole weeks. */
  public long appearedLately() {
    return sum(whole() - FOUR_WEEKS, whole());
  }

  /** How many appeared in the four weeks before. */
  public long appearedBefore() {
    return sum(whole() - 2 * FOUR_WEEKS, whole() - FOUR_WEEKS);
  }

  /** The week that is under way would look like a fall. */
  private int whole() {
    return Math.max(0, figures.trend().size() - 1);
  }

  private long sum(int from, int to) {
    return from < 0
        ? 0
        : figures.trend().subList(from, to).stream().mapToLong(Openings::count).sum();
  }
}
