package org.insignia.server.console.web;

import java.util.List;

/**
 * The organisations that a member of staff can work for, each with its rooms.
 *
 * @param operator whether they run the server, too
 */
public record ConsolePage(List<House> houses, boolean operator) {
  public ConsolePage {
    houses = List.copyOf(houses);
  }

  /** One organisation. */
  public record House(String slug, String name, String role, List<Room> rooms) {
    public House {
      rooms = List.copyOf(rooms);
    }
  }

  /** A place to work in; {@code key} is the stem of its title and description. */
  public record Room(String key, String path) {}
}
