package org.insignia.server.results.web;

import java.time.Instant;
import java.util.List;

/**
 * Results that do not count until somebody decides.
 *
 * @param dropped whether those are shown that were dropped
 * @param one whether a single result is shown, and not the list
 * @param causes for narrowing the list, with their counts
 * @param cause the one it is narrowed to; empty for all
 * @param all how many have that cause
 * @param most how many one decision is about
 * @param reason what was typed, where it has to be typed again
 * @param wrong whether the reason is missing or too long
 * @param done what was done just now, with its count; empty for nothing
 * @param path of this list, without a place in it
 */
public record HeldPage(
    String slug,
    String organisation,
    boolean mayRelease,
    boolean mayDrop,
    boolean dropped,
    boolean one,
    List<Cause> causes,
    String cause,
    long all,
    int most,
    String reason,
    boolean wrong,
    String done,
    String path,
    List<Row> rows,
    String later) {
  public HeldPage {
    causes = List.copyOf(causes);
    rows = List.copyOf(rows);
  }

  /** Why some are held. */
  public record Cause(String code, long count, String path) {}

  /**
   * One result.
   *
   * @param path of the page of the person
   * @param outcome the end of a text key
   * @param score empty where there is none
   */
  public record Row(
      String id,
      String name,
      String path,
      String provider,
      String number,
      String candidate,
      String exam,
      Instant takenAt,
      String outcome,
      String score,
      List<String> why,
      boolean releasable) {
    public Row {
      why = List.copyOf(why);
    }
  }
}
