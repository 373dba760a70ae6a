package org.insignia.server.api.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a list is and what came of its rows, as JSON.
 *
 * @param by who brought it, as in the audit
 * @param finished whether every row was read
 * @param notBefore when issuing may begin; null: at once
 * @param finishedAt null while something may still become of it
 * @param issued in a dry run, what could be issued
 * @param problems what concerns the whole list, in English
 * @param findings rows that gave nothing in their order, as many as were asked for
 * @param more whether there are further ones
 */
record RunJson(
    String id,
    String file,
    String by,
    Instant receivedAt,
    String state,
    boolean finished,
    int percent,
    @Nullable Instant notBefore,
    @Nullable Instant finishedAt,
    long rows,
    long issued,
    long duplicates,
    long refused,
    List<String> problems,
    List<Row> findings,
    boolean more) {

  /**
   * @param text why, in English; codes are the keys of these reasons
   * @param badge that it gave; null where it gave none
   */
  record Row(
      long line,
      String verdict,
      String column,
      String text,
      List<String> codes,
      String recipient,
      @Nullable UUID badge) {}
}
