package org.insignia.server.support.requests;

import java.time.Instant;
import java.util.List;

/**
 * What people ask of one organisation, or of the operator.
 *
 * @param base path of the queue
 * @param house whose it is, by name
 * @param state which are shown, as in the address
 * @param counts how many there are in each state that can be shown
 */
public record QueuePage(
    String base,
    String house,
    String state,
    List<Count> counts,
    List<Row> rows,
    String earlier,
    String later) {
  public QueuePage {
    counts = List.copyOf(counts);
    rows = List.copyOf(rows);
  }

  /** So many in a state. */
  public record Count(String state, String stateKey, long count) {}

  /**
   * One request.
   *
   * @param assignee who sees to it; empty: nobody
   */
  public record Row(
      String path,
      String subject,
      String name,
      String topicKey,
      String assignee,
      String tone,
      String stateKey,
      Instant changed) {}
}
