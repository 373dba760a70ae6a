package org.insignia.server.api.web;

import java.util.List;

/**
 * How far a list is and what came of its rows, as JSON.
 *
 * @param finished whether every row was read
 * @param issued in a dry run, what could be issued
 * @param problems what concerns the whole list, in English
 * @param findings rows that gave nothing in their order, as many as were asked for
 * @param more whether there are further ones
 */
record RunJson(
    String id,
    String file,
    String state,
    boolean finished,
    int percent,
    long rows,
    long issued,
    long duplicates,
    long refused,
    List<String> problems,
    List<Row> findings,
    boolean more) {

  /**
   * @param text why, in English; codes are the keys of these reasons
   */
  record Row(
      long line,
      String verdict,
      String column,
      String text,
      List<String> codes,
      String recipient) {}
}
