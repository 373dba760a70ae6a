package org.insignia.server.insights.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.insignia.server.insights.format.FeedReader;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.PostingIntake;
import org.insignia.server.insights.posting.Taken;
import org.insignia.server.insights.reading.Refusal;

/** Second reading of a run: the postings go into the store, a chunk in a transaction. */
final class Publication implements FeedReader.Sink {
  /** The run was taken over by another node, which does the rest. */
  static final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenOver() {
      super("another node took the feed over");
    }
  }

  private final UUID feed;
  private final PostingIntake intake;
  private final Chunks chunks;
  private final Set<UUID> seen = new HashSet<>();
  private final List<Posting> chunk = new ArrayList<>(PostingIntake.CHUNK);
  private Taken taken = Taken.NOTHING;

  /** Runs a piece of the publication in a transaction, while the run is ours. */
  interface Chunks {
    /** Answers what the piece answers; does nothing where the run is no longer ours. */
    <T> T inTransaction(BooleanSupplier ours, Supplier<T> piece);
  }

  private final BooleanSupplier ours;

  Publication(UUID feed, PostingIntake intake, Chunks chunks, BooleanSupplier ours) {
    this.feed = feed;
    this.intake = intake;
    this.chunks = chunks;
    this.ours = ours;
  }

  @Override
  public void posting(Posting posting) {
    if (seen.add(PostingId.of(feed, posting.sourceId()).value())) {
      chunk.add(posting);
      if (chunk.size() == PostingIntake.CHUNK) {
        flush();
      }
    }
  }

  @Override
  public void refused(Refusal refusal) {
    // counted at the first reading
  }

  /** Writes what is left, and says what became of all. */
  Taken finish() {
    flush();
    return taken;
  }

  private void flush() {
    if (!chunk.isEmpty()) {
      var copy = List.copyOf(chunk);
      taken = taken.plus(chunks.inTransaction(ours, () -> intake.take(feed, copy)));
      chunk.clear();
    }
  }

  /** Closes those that were open before and were not seen now. */
  int close(Set<UUID> before, Set<UUID> now) {
    var gone = before.stream().filter(id -> !now.contains(id)).sorted().toList();
    for (int from = 0; from < gone.size(); from += PostingIntake.CHUNK) {
      var piece = gone.subList(from, Math.min(gone.size(), from + PostingIntake.CHUNK));
      chunks.inTransaction(
          ours,
          () -> {
            intake.close(piece);
            return piece;
          });
    }
    return gone.size();
  }
}
