package org.insignia.server.insights.index;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Port: an engine that finds and counts postings. It can be emptied and filled again at any time;
 * what is true is in the database. All engines answer alike.
 */
public interface JobIndex {
  /** The latest change it holds for good; 0 where it holds nothing. */
  long revision();

  /**
   * Takes changes in and keeps them for good, all or none.
   *
   * @param entries replace those of the same number
   * @param gone numbers that are no longer there
   * @param revision the latest of these changes
   */
  void write(Collection<JobEntry> entries, Collection<Long> gone, long revision);

  /**
   * Counts.
   *
   * @param top how many bars of each facet
   * @param today the day with which the trend ends
   */
  JobFigures figures(JobQuery query, int top, LocalDate today);

  /**
   * Numbers of open postings, those that appeared last first, equal ones by falling number.
   *
   * @param from how many to pass over
   */
  List<Long> newest(JobQuery query, int from, int size);

  /** How many postings are open. */
  long count(JobQuery query);

  /** Forgets everything, to be filled again. */
  void clear();
}
