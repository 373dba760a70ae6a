package org.insignia.server.insights.posting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what feeds say into the store: new postings, changed ones, and those that are no longer
 * there. Everything that changes is noted for the features above in the same transaction.
 */
@Component
public class PostingIntake {
  /** How many postings go into one call of {@link #take}. */
  public static final int CHUNK = 500;

  /** A posting that stays as it is is marked as still there at most so often. */
  private static final Duration CONFIRMED_FOR = Duration.ofDays(7);

  private final PostingIntakeStore store;
  private final Clock clock;

  PostingIntake(PostingIntakeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Stores postings of a feed; what is the same as before is not written again. */
  @Transactional
  public Taken take(UUID feed, Collection<Posting> postings) {
    var now = clock.instant();
    Map<UUID, Row> rows = new HashMap<>();
    postings.forEach(posting -> {
      var row = Row.of(feed, posting, now);
      rows.put(row.id(), row);
    });
    var known = store.standing(rows.keySet());
    List<Row> toWrite = new ArrayList<>();
    List<UUID> toConfirm = new ArrayList<>();
    int added = 0;
    for (var row : rows.values()) {
      var standing = known.get(row.id());
      added += standing == null ? 1 : 0;
      if (standing == null
          || standing.content() != row.content()
          || standing.open() != row.isOpen()) {
        toWrite.add(row);
      } else if (standing.open() && standing.confirmedAt().isBefore(now.minus(CONFIRMED_FOR))) {
        toConfirm.add(row.id());
      }
    }
    store.put(feed, toWrite, now);
    store.confirm(toConfirm, now);
    Set<Long> jobs = new HashSet<>();
    toWrite.forEach(row -> {
      jobs.add(row.job());
      var standing = known.get(row.id());
      if (standing != null) {
        jobs.add(standing.job());
      }
    });
    store.note(toWrite.stream().map(Row::id).toList());
    store.chooseWhoCounts(jobs);
    return new Taken(added, toWrite.size() - added, rows.size() - toWrite.size());
  }

  /** The open postings of a feed. */
  public Set<UUID> open(UUID feed) {
    return store.open(feed);
  }

  /** Says that these are no longer open. */
  @Transactional
  public void close(Collection<UUID> ids) {
    var jobs = store.close(ids, clock.instant());
    store.note(ids);
    store.chooseWhoCounts(jobs);
  }

  /**
   * Closes a bounded number of those that are over: past the day they name, or not confirmed since
   * {@code unconfirmed}.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean closeExpired(Instant now, Instant unconfirmed) {
    var over = store.expired(now, unconfirmed, CHUNK);
    if (!over.isEmpty()) {
      var jobs = store.close(over, now);
      store.note(over);
      store.chooseWhoCounts(jobs);
    }
    return over.size() == CHUNK;
  }

  /**
   * Removes a bounded number of a feed's postings altogether.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean remove(UUID feed) {
    var ids = store.some(feed, CHUNK);
    var jobs = store.delete(ids);
    store.note(ids);
    store.chooseWhoCounts(jobs);
    return ids.size() == CHUNK;
  }

  /** A posting as it is written. */
  record Row(UUID id, long job, long content, boolean isOpen, Posting posting) {
    static Row of(UUID feed, Posting posting, Instant now) {
      var until = posting.validThrough();
      return new Row(
          PostingId.of(feed, posting.sourceId()).value(),
          Fingerprint.ofJob(posting),
          Fingerprint.ofContent(posting),
          until == null || until.isAfter(now),
          posting);
    }
  }
}
