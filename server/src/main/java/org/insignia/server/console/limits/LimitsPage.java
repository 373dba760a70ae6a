package org.insignia.server.console.limits;

import java.util.List;

/**
 * What an organisation may have at most.
 *
 * @param held letters that wait for another day
 */
public record LimitsPage(String slug, String organisation, List<Row> rows, long held) {
  public LimitsPage {
    rows = List.copyOf(rows);
  }

  /**
   * A limit.
   *
   * @param word the end of its text keys
   * @param used below 0: nothing counts it
   * @param full whether there is no room for one more
   */
  public record Row(String word, long used, long most, boolean full) {}
}
