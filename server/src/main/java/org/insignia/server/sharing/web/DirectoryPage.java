package org.insignia.server.sharing.web;

import java.util.List;

/**
 * The organisations of this server.
 *
 * @param query what was looked for by name
 * @param all how many there are, over all pages and names
 * @param earlier path of the page before; empty on the first
 * @param later path of the next page; empty on the last
 */
public record DirectoryPage(
    String query, List<Entry> organisations, int all, String earlier, String later, Meta meta) {
  public DirectoryPage {
    organisations = List.copyOf(organisations);
  }

  /**
   * @param achievements how many badges it has, those of the past included
   */
  public record Entry(String path, String name, int achievements) {}
}
