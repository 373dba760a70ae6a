package org.insignia.server.insights.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All postings, open and closed. */
@Component
public class Postings {
  private final PostingStore store;

  Postings(PostingStore store) {
    this.store = store;
  }

  /** This posting, whatever its state. */
  public Optional<KnownPosting> find(PostingId id) {
    return store.find(id);
  }

  /** These postings, in no order; those that are gone are left out. */
  public List<KnownPosting> find(Collection<PostingId> ids) {
    return store.find(ids.stream().map(PostingId::value).toList());
  }

  /**
   * A page of all postings in the order of their ids, for an index that is built anew.
   *
   * @param last the last one of the page before; null for the first page
   */
  public List<KnownPosting> after(@Nullable PostingId last, int limit) {
    return store.after(last == null ? null : last.value(), limit);
  }

  /** How many count: open ones, each job once. */
  public long counting() {
    return store.counting();
  }

  /**
   * What changed since it was taken last, in no order; part of the caller's transaction, so that
   * what is taken and not committed is due again.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<PostingChange> takeChanged(int limit) {
    List<UUID> ids = store.takeChanged(limit);
    var known =
        store.find(ids).stream()
            .collect(Collectors.toMap(posting -> posting.id().value(), Function.identity()));
    List<PostingChange> changes = new ArrayList<>(ids.size());
    ids.forEach(id -> changes.add(new PostingChange(new PostingId(id), known.get(id))));
    return changes;
  }
}
