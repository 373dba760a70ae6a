package org.insignia.server.insights.posting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting in the store.
 *
 * @param feed where it came from
 * @param employerKey the same for all spellings of one employer, see {@link EmployerName}
 * @param sameAs another posting that stands for this one, because it is the same job; null where
 *     this one counts
 * @param firstSeenAt when it was first read here
 * @param closedAt since when it is no longer open; null while it is
 */
public record KnownPosting(
    PostingId id,
    UUID feed,
    String employerKey,
    @Nullable PostingId sameAs,
    Instant firstSeenAt,
    @Nullable Instant closedAt,
    Posting posting) {
  /** When it was posted; when it was first read here where the feed does not say. */
  public Instant appearedAt() {
    var posted = posting.postedAt();
    return posted == null ? firstSeenAt : posted;
  }

  /** Whether it is to be counted and found: open, and no repetition of another. */
  public boolean counts() {
    return closedAt == null && sameAs == null;
  }
}
