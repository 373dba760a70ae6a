package org.insignia.server.insights.index;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.insights.index.JobEntryStore.Label;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.Postings;
import org.springframework.stereotype.Component;

/** Searches and counts open postings. */
@Component
public class JobSearch {
  private final JobIndex index;
  private final JobEntryStore store;
  private final Postings postings;
  private final Clock clock;

  JobSearch(JobIndex index, JobEntryStore store, Postings postings, Clock clock) {
    this.index = index;
    this.store = store;
    this.postings = postings;
    this.clock = clock;
  }

  /**
   * Counts what this query finds.
   *
   * @param top how many bars of each facet
   */
  public JobFigures figures(JobQuery query, int top) {
    return index.figures(query, top, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** How many postings are open. */
  public long count(JobQuery query) {
    return index.count(query);
  }

  /** Open postings, those that appeared last first. */
  public List<KnownPosting> newest(JobQuery query, int from, int size) {
    var numbers = index.newest(query, from, size);
    var ids =
        store.numbered(numbers).stream()
            .collect(Collectors.toMap(JobEntryStore.Row::number, JobEntryStore.Row::posting));
    var known =
        postings.find(ids.values()).stream()
            .collect(Collectors.toMap(KnownPosting::id, Function.identity()));
    return numbers.stream()
        .map(ids::get)
        .filter(Objects::nonNull)
        .map(known::get)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The ids of the skills that a posting asks for. */
  public Set<String> skills(PostingId posting) {
    return store.skills(posting);
  }

  /** How the employers of these keys write their names. */
  public Map<String, String> employers(Collection<String> keys) {
    return labels(Label.EMPLOYER, keys);
  }

  /** How titles of these keys are written. */
  public Map<String, String> titles(Collection<String> keys) {
    return labels(Label.TITLE, keys);
  }

  private Map<String, String> labels(Label kind, Collection<String> keys) {
    var labels = new HashMap<String, String>();
    keys.forEach(key -> labels.put(key, key));
    labels.putAll(store.labels(kind, keys));
    return labels;
  }
}
