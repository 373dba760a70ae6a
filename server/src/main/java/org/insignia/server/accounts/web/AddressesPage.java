package org.insignia.server.accounts.web;

import java.util.List;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.door.Problems;

/**
 * A person's mailboxes.
 *
 * @param newAddress what was typed
 * @param saved text key of what was just done; empty if nothing
 */
public record AddressesPage(
    List<Addresses.Mailbox> addresses, String newAddress, String saved, Problems problems) {
  public AddressesPage {
    addresses = List.copyOf(addresses);
  }
}
