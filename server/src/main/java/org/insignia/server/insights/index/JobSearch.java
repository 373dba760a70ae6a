package org.insignia.server.insights.index;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.insights.index.JobEntryStore.Label;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.Postings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches and counts open postings. */
@Component
public class JobSearch {
  private final JobIndex index;
  private final JobEntryStore store;
  private final KnownLabels labels;
  private final Postings postings;
  private final Clock clock;

  JobSearch(
      JobIndex index, JobEntryStore store, KnownLabels labels, Postings postings, Clock clock) {
    this.index = index;
    this.store = store;
    this.labels = labels;
    this.postings = postings;
    this.clock = clock;
  }

  /**
   * Counts what this query finds.
   *
   * @param top how many bars of each facet
   * @param newest how many of the postings that appeared last are named
   */
  public JobFigures figures(JobQuery query, int top, int newest) {
    return index.figures(query, top, newest, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** How many postings are open. */
  public long count(JobQuery query) {
    return index.count(query);
  }

  /** How many open postings ask for one of the skills of each set. */
  public Map<Set<String>, Long> counts(Collection<Set<String>> skills) {
    var counts = new HashMap<Set<String>, Long>();
    var sets = skills.stream().filter(set -> !set.isEmpty()).distinct().toList();
    for (int from = 0; from < sets.size(); from += JobIndex.MOST_SETS) {
      var some = sets.subList(from, Math.min(sets.size(), from + JobIndex.MOST_SETS));
      var found = index.counts(some);
      for (int i = 0; i < some.size(); i++) {
        counts.put(some.get(i), found.get(i));
      }
    }
    return counts;
  }

  /** Open postings, those that appeared last first. */
  public List<KnownPosting> newest(JobQuery query, int from, int size) {
    return postings(index.newest(query, from, size));
  }

  /**
   * A page of open postings.
   *
   * @param next where the page that follows begins; null where there is none
   */
  public record Stretch(List<KnownPosting> postings, @Nullable Mark next) {
    public Stretch {
      postings = List.copyOf(postings);
    }
  }

  /**
   * Open postings, those that appeared last first, from a place on: what comes in or closes
   * meanwhile moves nothing.
   *
   * @param after null for the first page
   */
  public Stretch newest(JobQuery query, @Nullable Mark after, int size) {
    var numbers =
        after == null ? index.newest(query, 0, size + 1) : index.newest(query, after, size + 1);
    var found = numbered(numbers.stream().limit(size).toList());
    Mark next =
        numbers.size() > size && !found.isEmpty()
            ? new Mark(minute(found.lastEntry().getValue()), found.lastEntry().getKey())
            : null;
    return new Stretch(List.copyOf(found.values()), next);
  }

  private static long minute(KnownPosting posting) {
    return Math.floorDiv(posting.appearedAt().getEpochSecond(), 60L);
  }

  /** The postings of these numbers, in their order; those that are gone are left out. */
  public List<KnownPosting> postings(List<Long> numbers) {
    return List.copyOf(numbered(numbers).values());
  }

  private LinkedHashMap<Long, KnownPosting> numbered(List<Long> numbers) {
    var ids =
        store.numbered(numbers).stream()
            .collect(Collectors.toMap(JobEntryStore.Row::number, JobEntryStore.Row::posting));
    var known =
        postings.find(ids.values()).stream()
            .collect(Collectors.toMap(KnownPosting::id, Function.identity()));
    var found = new LinkedHashMap<Long, KnownPosting>();
    numbers.forEach(number -> {
      var id = ids.get(number);
      var posting = id == null ? null : known.get(id);
      if (posting != null) {
        found.put(number, posting);
      }
    });
    return found;
  }

  /** The ids of the skills that a posting asks for. */
  public Set<String> skills(PostingId posting) {
    return store.skills(posting);
  }

  /** How the employers of these keys write their names. */
  public Map<String, String> employers(Collection<String> keys) {
    return labels.of(Label.EMPLOYER, keys);
  }

  /** How titles of these keys are written. */
  public Map<String, String> titles(Collection<String> keys) {
    return labels.of(Label.TITLE, keys);
  }
}
