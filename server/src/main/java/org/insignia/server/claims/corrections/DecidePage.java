package org.insignia.server.claims.corrections;

import java.time.Instant;
import java.util.List;

/** Requests for corrections, as staff see them. */
public record DecidePage(
    String slug,
    String organisation,
    boolean mayDecide,
    List<Row> open,
    List<Row> decided,
    String problem,
    String done) {

  /**
   * One request.
   *
   * @param others names of the other badges that would be corrected with it
   */
  public record Row(
      String id,
      String title,
      String badgePath,
      String before,
      String asked,
      String note,
      List<String> others,
      Instant at,
      String tone,
      String stateKey,
      String reason) {}
}
