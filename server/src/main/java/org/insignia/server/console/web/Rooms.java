package org.insignia.server.console.web;

import static org.insignia.server.organisations.Role.ADMIN;
import static org.insignia.server.organisations.Role.ISSUER;
import static org.insignia.server.organisations.Role.OWNER;
import static org.insignia.server.organisations.Role.VIEWER;

import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;

/** The places to work in, in the order of the page; each is shown to those who may enter. */
final class Rooms {
  private static final List<Floor> FLOORS =
      List.of(
          new Floor(
              "programme",
              room("achievements", VIEWER),
              room("catalogue", VIEWER),
              room("rules", VIEWER),
              room("certificates", VIEWER)),
          new Floor(
              "issuing",
              room("results", VIEWER),
              room("issue", ISSUER),
              room("badges", VIEWER),
              room("merges", VIEWER),
              room("reminders", VIEWER)),
          new Floor(
              "people",
              room("people", VIEWER),
              room("requests", ISSUER),
              room("missing", ISSUER),
              room("corrections", VIEWER),
              room("explain", ISSUER)),
          new Floor(
              "figures", room("analytics", VIEWER), room("reach", VIEWER), room("demand", VIEWER)),
          new Floor(
              "organisation",
              room("settings", VIEWER),
              room("domain", ADMIN),
              room("members", VIEWER),
              room("tokens", ADMIN),
              room("clients", ADMIN),
              room("webhooks", ADMIN),
              room("events", VIEWER),
              room("intake-hooks", ADMIN),
              room("limits", VIEWER),
              room("keys", OWNER),
              room("audit", ADMIN)));

  private record Floor(String name, List<Door> doors) {
    Floor(String name, Door... doors) {
      this(name, List.of(doors));
    }
  }

  private record Door(String word, Role needs) {}

  private Rooms() {}

  /** A room at {@code /console/{slug}/WORD} with the texts {@code console.room.WORD}. */
  private static Door room(String word, Role needs) {
    return new Door(word, needs);
  }

  static List<HousePage.Group> of(Organisation organisation, Role role) {
    var stem = "/console/" + organisation.slug() + "/";
    return FLOORS.stream()
        .map(floor ->
            new HousePage.Group(
                floor.name(),
                floor.doors().stream()
                    .filter(door -> role.includes(door.needs()))
                    .map(door ->
                        new HousePage.Room("console.room." + door.word(), stem + door.word()))
                    .toList()))
        .filter(group -> !group.rooms().isEmpty())
        .toList();
  }
}
