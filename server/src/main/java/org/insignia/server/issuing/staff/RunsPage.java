package org.insignia.server.issuing.staff;

import java.time.Instant;
import java.util.List;

/**
 * Bringing a list, and those that were brought.
 *
 * @param key the same form sent twice brings one list
 * @param wrong whether no file was chosen
 */
public record RunsPage(
    String slug,
    String organisation,
    String key,
    boolean wrong,
    List<Row> rows,
    String earlier,
    String later) {

  /** One list. */
  public record Row(
      String path,
      String name,
      String tone,
      String state,
      Instant received,
      long accepted,
      long duplicates,
      long refused) {}
}
