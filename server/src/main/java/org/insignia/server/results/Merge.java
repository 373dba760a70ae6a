package org.insignia.server.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A merge that was done.
 *
 * @param kept the dossier that has all candidates since
 * @param absorbed the dossier that has none since; it stays, so that the merge can be taken back
 * @param names the people's names as the providers have them
 * @param why what was decided on
 */
public record Merge(
    MergeId id,
    DossierId kept,
    DossierId absorbed,
    List<String> names,
    List<Finding> why,
    String mergedBy,
    Instant mergedAt,
    Optional<Instant> undoneAt) {
  public Merge {
    names = List.copyOf(names);
    why = List.copyOf(why);
  }
}
