package org.insignia.server.eligibility;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A requirement met.
 *
 * @param at when the last result for it was taken
 * @param results sorted, without repeats
 */
record Completion(Instant at, List<UUID> results) {
  /** Earliest first; the same for the same content, whatever order it came in. */
  static final Comparator<Completion> EARLIEST =
      Comparator.comparing(Completion::at)
          .thenComparing(completion -> completion.results().toString());

  Completion {
    results = List.copyOf(results);
  }

  static Completion of(Taken taken) {
    return new Completion(taken.takenAt(), List.of(taken.id()));
  }

  static Completion together(Collection<Completion> parts) {
    TreeSet<UUID> all = new TreeSet<>();
    Instant last = Instant.MIN;
    for (Completion part : parts) {
      all.addAll(part.results());
      last = part.at().isAfter(last) ? part.at() : last;
    }
    return new Completion(last, List.copyOf(all));
  }
}
