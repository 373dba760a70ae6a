package org.insignia.server.api.wallet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the owner of a badge puts it into a wallet.
 *
 * @param badge path of the badge's page
 * @param alive whether the badge is in force; else no wallet can have it
 * @param form which form is chosen
 * @param withPin whether the wallet is to ask for digits
 * @param offer null before one is made
 */
public record WalletPage(
    String badge,
    String name,
    String issuer,
    String picture,
    String accentSheet,
    boolean alive,
    String form,
    boolean withPin,
    @Nullable Offer offer,
    List<Copy> copies,
    boolean withdrawn) {
  public WalletPage {
    copies = List.copyOf(copies);
  }

  /**
   * What a wallet scans or opens.
   *
   * @param asking for wallets that ask the owner in the browser
   * @param qr the code as an address of a picture
   * @param pin empty where no digits are asked for
   */
  public record Offer(String link, String asking, String qr, String pin, Instant until) {
    @Override
    public String toString() {
      return "Offer(…)";
    }
  }

  /**
   * A copy in a wallet.
   *
   * @param badge path of its badge's page
   * @param told text key of what the wallet said; empty where it said nothing
   */
  public record Copy(
      UUID id,
      String badge,
      String name,
      String formKey,
      Instant madeAt,
      boolean live,
      String told) {}
}
