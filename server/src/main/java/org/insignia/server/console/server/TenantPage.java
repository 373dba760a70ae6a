package org.insignia.server.console.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One organisation as the operator sees to it.
 *
 * @param since when it was suspended; null while it is open
 * @param why as its staff read it, or as it was typed
 * @param whyWrong what is wrong with the reason, in words; empty: nothing
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record TenantPage(
    String slug,
    String name,
    int members,
    @Nullable Instant since,
    String why,
    String whyWrong,
    List<Bound> bounds,
    String done) {
  public TenantPage {
    bounds = List.copyOf(bounds);
  }

  /**
   * A limit.
   *
   * @param word the end of text keys, and the name of its field
   * @param value as it is set, or as it was typed
   * @param used how much of it there is; below 0: nothing counts it
   * @param wrong what is wrong with it, in words; empty: nothing
   */
  public record Bound(String word, String value, int usual, int most, long used, String wrong) {}
}
