package org.insignia.server.accounts.postal.web;

import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.postal.Country;
import org.insignia.server.accounts.postal.TypedAddress;

/**
 * The form of the postal address.
 *
 * @param lines as it would stand on an envelope; empty where none is kept
 * @param saved text key of what was just done; empty for nothing
 */
public record PostalAddressPage(
    TypedAddress typed,
    List<Country> countries,
    List<String> lines,
    String saved,
    Problems problems) {
  public PostalAddressPage {
    countries = List.copyOf(countries);
    lines = List.copyOf(lines);
  }
}
