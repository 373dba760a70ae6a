package org.insignia.server.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organisations that a member of staff can work for.
 *
 * @param only the home of the only one there is, shown at once; null where there are several
 * @param houses the several; empty where there is one
 * @param invited by organisations that wait for an answer
 * @param earlier path of the page before; empty on the first
 * @param later path of the next page; empty on the last
 * @param operator whether they run the server, too
 */
public record ConsolePage(
    @Nullable HousePage only,
    List<House> houses,
    List<Invited> invited,
    String earlier,
    String later,
    boolean operator) {
  public ConsolePage {
    houses = List.copyOf(houses);
    invited = List.copyOf(invited);
  }

  /** An invitation that waits. */
  public record Invited(String organisation, String path) {}

  /** One organisation; {@code role} is a text key. */
  public record House(String slug, String name, String role, boolean suspended) {}
}
