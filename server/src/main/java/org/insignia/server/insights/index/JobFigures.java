package org.insignia.server.insights.index;

import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link JobQuery}.
 *
 * @param openings how many postings are open
 * @param bars the most frequent first, equal ones by their key
 * @param pay each currency by itself; postings for leaders of people count only where they were
 *     asked for
 * @param trend postings by the week they appeared, open or closed by now, oldest week first, with
 *     weeks of none
 * @param newest numbers of those open postings that appeared last, as {@link JobIndex#newest} says
 */
public record JobFigures(
    long openings,
    Map<Facet, List<Bar>> bars,
    List<PayFigures> pay,
    List<Openings> trend,
    List<Long> newest) {
  /** Where nothing is asked for. */
  public static final JobFigures NONE =
      new JobFigures(0, Map.of(), List.of(), List.of(), List.of());

  public JobFigures {
    bars = Map.copyOf(bars);
    pay = List.copyOf(pay);
    trend = List.copyOf(trend);
    newest = List.copyOf(newest);
  }

  /** The bars of this facet. */
  public List<Bar> of(Facet facet) {
    return bars.getOrDefault(facet, List.of());
  }
}
