package org.insignia.server.insights.index;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Port: an engine that finds and counts postings. It can be emptied and filled again at any time;
 * what is true is in the database. All engines answer alike; what cannot be answered just now is an
 * {@link IndexUnavailable}.
 */
public interface JobIndex {
  /** So many sets of skills are counted at once. */
  int MOST_SETS = 500;

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
   * Counts, and names the newest, by one look at the postings.
   *
   * @param top how many bars of each facet
   * @param newest how many of those that {@link #newest} begins with
   * @param today the day with which the trend ends
   */
  JobFigures figures(JobQuery query, int top, int newest, LocalDate today);

  /**
   * Numbers of open postings, those that appeared last first, equal ones by falling number.
   *
   * @param from how many to pass over
   */
  List<Long> newest(JobQuery query, int from, int size);

  /** As the other, those that stand behind a mark. */
  List<Long> newest(JobQuery query, Mark after, int size);

  /** How many postings are open. */
  long count(JobQuery query);

  /**
   * For each of these sets of skills, how many open postings ask for one of them, by one question.
   *
   * @param skills at most {@link #MOST_SETS}, none of them empty
   */
  List<Long> counts(List<Set<String>> skills);

  /** Forgets everything, to be filled again. */
  void clear();

  /** Begins anew, where it can while the present content is still asked. */
  default void rebuild() {
    clear();
  }

  /** Hears that it holds all there is. */
  default void caughtUp() {}

  /** Whether all nodes have the same one, so that one of them at a time writes. */
  default boolean isShared() {
    return false;
  }

  /**
   * Whether it answers, as far as is known: what is wrong, for everybody; empty where nothing is.
   */
  default String trouble() {
    return "";
  }
}
