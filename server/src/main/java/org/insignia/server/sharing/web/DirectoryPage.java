package org.insignia.server.sharing.web;

import java.util.List;

/**
 * The organisations of this server.
 *
 * @param query what was looked for by name
 * @param all how many there are
 */
public record DirectoryPage(String query, List<Entry> organisations, int all, Meta meta) {
  public DirectoryPage {
    organisations = List.copyOf(organisations);
  }

  /**
   * @param achievements how many badges it has, those of the past included
   */
  public record Entry(String path, String name, int achievements) {}
}
