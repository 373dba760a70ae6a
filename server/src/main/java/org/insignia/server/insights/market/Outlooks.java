package org.insignia.server.insights.market;

import java.util.List;
import java.util.Locale;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.skill.SkillTable;
import org.insignia.server.insights.wage.Wage;
import org.insignia.server.insights.wage.Wages;
import org.springframework.stereotype.Component;

/** Looks at the labour market from a badge. */
@Component
public class Outlooks {
  private static final int NEWEST = 5;
  private static final int OCCUPATIONS = 3;

  private final JobSearch search;
  private final SkillTable skills;
  private final Wages wages;
  private final SourceStore sources;

  Outlooks(JobSearch search, SkillTable skills, Wages wages, SourceStore sources) {
    this.search = search;
    this.skills = skills;
    this.wages = wages;
    this.sources = sources;
  }

  /**
   * What the market says of the skills of this query; of none it says nothing.
   *
   * @param state of the United States, as the reader wrote it; empty for the whole country
   * @param top how many bars of each facet are wanted; one more says that there are more
   */
  public Outlook of(JobQuery query, String state, int top) {
    var of = query.skills();
    var figures =
        of.isEmpty() ? JobFigures.NONE : search.figures(query, top + 1 + of.size(), NEWEST);
    return new Outlook(
        of, figures, search.postings(figures.newest()), official(query, state), sources.open());
  }

  /** Official figures are of one country, so they stand only where that one may be meant. */
  private List<Wage> official(JobQuery query, String state) {
    var country = query.place().country();
    if (!country.isEmpty() && !country.equals("US")) {
      return List.of();
    }
    var occupations = skills.occupations(query.skills()).stream().limit(OCCUPATIONS).toList();
    return wages.latest(occupations, state.toUpperCase(Locale.ROOT));
  }
}
