package org.insignia.server.console.web;

import java.util.List;

/**
 * The organisations that a member of staff can work for, each with its rooms.
 *
 * @param invited by organisations that wait for an answer
 * @param earlier path of the page before; empty on the first
 * @param later path of the next page; empty on the last
 * @param operator whether they run the server, too
 */
public record ConsolePage(
    List<House> houses, List<Invited> invited, String earlier, String later, boolean operator) {
  public ConsolePage {
    houses = List.copyOf(houses);
    invited = List.copyOf(invited);
  }

  /** An invitation that waits. */
  public record Invited(String organisation, String path) {}

  /** One organisation. */
  public record House(String slug, String name, String role, List<Room> rooms) {
    public House {
      rooms = List.copyOf(rooms);
    }
  }

  /** A place to work in; {@code key} is the stem of its title and description. */
  public record Room(String key, String path) {}
}
