package org.insignia.server.sharing.counts.web;

import java.util.List;
import org.insignia.server.sharing.counts.Reach.Sums;

/**
 * How far an issuer's badges went.
 *
 * @param path of this page
 * @param sinceEver whether all is counted, or only the last days
 * @param rows those of which there is something to count, most looked at first
 * @param mayEdit whether the one who looks may set the number
 */
public record ReachPage(
    String path,
    String organisation,
    boolean sinceEver,
    List<Row> rows,
    Sums total,
    boolean mayEdit,
    Form form) {
  public ReachPage {
    rows = List.copyOf(rows);
  }

  /** Path of the organisation's home, in which this page is a room. */
  public String home() {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /**
   * The organisation's number at LinkedIn.
   *
   * @param number as it is set or was typed; empty where there is none
   * @param saved whether it was saved just now
   * @param wrong whether it cannot be taken
   */
  public record Form(String number, boolean saved, boolean wrong) {}

  /** One achievement. */
  public record Row(String name, String path, Sums sums) {}
}
