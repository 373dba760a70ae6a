package org.insignia.server.console.web;

import java.util.List;
import org.insignia.server.accounts.merge.AccountMerge;

/**
 * The latest merges of accounts, for the operator who is asked to take one back.
 *
 * @param undone whether one was just taken back
 */
public record MergedAccountsPage(List<Row> merges, boolean undone) {
  public MergedAccountsPage {
    merges = List.copyOf(merges);
  }

  /**
   * One of them.
   *
   * @param open whether it can still be taken back
   */
  public record Row(AccountMerge merge, boolean open) {}
}
