package org.insignia.server.console.web;

import java.util.List;

/**
 * The home of one organisation: what waits for the viewer, then the rooms to work in.
 *
 * @param role text key of what the viewer is here
 * @param isNew whether there is nothing to issue yet, and the viewer can change that
 */
public record HousePage(
    String slug, String name, String role, boolean isNew, List<Need> needs, List<Group> groups) {
  public HousePage {
    needs = List.copyOf(needs);
    groups = List.copyOf(groups);
  }

  /**
   * Something that waits.
   *
   * @param count in figures
   */
  public record Need(String key, String count, String path) {}

  /**
   * Rooms that belong together.
   *
   * @param name the word of it, also the end of its text key
   */
  public record Group(String name, List<Room> rooms) {
    public Group {
      rooms = List.copyOf(rooms);
    }
  }

  /** A place to work in; {@code key} is the stem of its title and description. */
  public record Room(String key, String path) {}
}
