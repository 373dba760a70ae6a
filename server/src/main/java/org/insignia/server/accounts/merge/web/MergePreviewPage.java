package org.insignia.server.accounts.merge.web;

import java.util.List;
import org.insignia.server.accounts.merge.Stake;

/**
 * What will happen, before it does.
 *
 * @param kept main address of the account that stays
 * @param gone main address of the account that ends
 * @param addresses all that move
 * @param stakes what else moves
 */
public record MergePreviewPage(
    String kept,
    String keptName,
    String gone,
    String goneName,
    List<String> addresses,
    List<Stake.Line> stakes) {
  public MergePreviewPage {
    addresses = List.copyOf(addresses);
    stakes = List.copyOf(stakes);
  }
}
