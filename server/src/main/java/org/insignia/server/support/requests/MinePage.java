package org.insignia.server.support.requests;

import java.time.Instant;
import java.util.List;

/**
 * A person's own requests.
 *
 * @param done what was done just now, in words; empty: nothing
 */
public record MinePage(List<Row> rows, String done) {
  public MinePage {
    rows = List.copyOf(rows);
  }

  /** One request. */
  public record Row(
      String path, String subject, String to, String tone, String stateKey, Instant changed) {}
}
