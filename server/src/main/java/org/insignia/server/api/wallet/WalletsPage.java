package org.insignia.server.api.wallet;

import java.util.List;

/**
 * All copies of a person's badges in wallets.
 *
 * @param withdrawn whether one was taken back just now
 */
public record WalletsPage(List<WalletPage.Copy> copies, boolean withdrawn) {
  public WalletsPage {
    copies = List.copyOf(copies);
  }
}
