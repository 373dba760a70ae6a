package org.insignia.server.console.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the record, the newest first.
 *
 * @param actors those that can be chosen, the value of the field and its words
 * @param csv path of the same as a table
 * @param later path of the next page; empty on the last
 * @param lookedTo when the oldest line was that was looked at, where there are older ones and not
 *     enough was found; null else
 * @param chained how many lines of the server are in the chain
 * @param hash of the last of them
 */
public record AuditPage(
    String slug,
    String organisation,
    Asked asked,
    List<Actor> actors,
    List<Row> rows,
    String csv,
    String later,
    @Nullable Instant lookedTo,
    long chained,
    String hash) {
  public AuditPage {
    actors = List.copyOf(actors);
    rows = List.copyOf(rows);
  }

  /**
   * What was asked for, as it was typed.
   *
   * @param wrong whether the days cannot be read
   */
  public record Asked(
      String actor, String action, String subject, String from, String until, boolean wrong) {}

  /** Somebody who acts. */
  public record Actor(String value, String words) {}

  /**
   * One line.
   *
   * @param number 0 while it waits for its place in the chain
   */
  public record Row(
      long number, Instant at, String actor, String action, String subject, String detail) {}
}
