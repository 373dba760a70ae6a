package org.insignia.server.sharing.web;

import java.util.List;

/**
 * An organisation and what can be earned from it.
 *
 * @param site its own web site; empty where it names none
 * @param description what it says of itself; may be empty
 * @param logo path of its logo; empty where it has none
 * @param domain that it proved to be its own; empty where it did not
 * @param query what was looked for by name
 * @param kind {@code certification}, {@code exam} or empty for all
 * @param found how many fit
 * @param all how many there are
 * @param earlier path of the page before; empty on the first
 * @param later path of the next page; empty on the last
 * @param attribution what the licence of its texts wants to be said; empty where none does
 */
public record OrganisationPage(
    String path,
    String name,
    String site,
    String description,
    String logo,
    String domain,
    String query,
    String kind,
    List<Tile> achievements,
    int found,
    int all,
    String earlier,
    String later,
    String attribution,
    String accentSheet,
    Meta meta) {
  public OrganisationPage {
    achievements = List.copyOf(achievements);
  }

  /**
   * One achievement in the grid.
   *
   * @param noteKey text key of a word about it; empty where there is none
   */
  public record Tile(String path, String picture, String name, String noteKey) {}
}
