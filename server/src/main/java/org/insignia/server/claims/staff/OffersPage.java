package org.insignia.server.claims.staff;

import java.time.Instant;
import java.util.List;

/**
 * What an organisation offered.
 *
 * @param to the mailbox that is looked for, as typed
 * @param wrong whether that is no mailbox
 * @param state the state that is looked for, as in the address; empty for all
 * @param done what was done just now, in words; empty: nothing
 */
public record OffersPage(
    String slug,
    String organisation,
    String to,
    boolean wrong,
    String state,
    List<Row> rows,
    String earlier,
    String later,
    String done) {

  /**
   * One badge.
   *
   * @param stateKey text key of what its earner made of it, or the issuer
   * @param bounced whether mail does not reach its earner
   */
  public record Row(
      String path,
      String title,
      String name,
      String address,
      Instant offered,
      String tone,
      String stateKey,
      boolean bounced) {}
}
