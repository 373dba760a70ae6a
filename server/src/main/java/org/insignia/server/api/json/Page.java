package org.insignia.server.api.json;

import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.problem.Problem;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 100
 * @param after the cursor of the last one of the page before; empty for the first page
 */
public record Page(int limit, String after) {
  /** The largest page. */
  public static final int MOST = 100;

  /** The page where a request says nothing. */
  public static final String USUAL = "25";

  /**
   * @throws Problem.Invalid for anything but a number from 1 to 100, or a cursor longer than any
   */
  public static Page of(String limit, String after) {
    if (!limit.matches("[0-9]{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > MOST) {
      throw new Problem.Invalid("limit", "a number from 1 to " + MOST);
    }
    if (after.length() > 200) {
      throw noCursor();
    }
    return new Page(Integer.parseInt(limit), after);
  }

  /**
   * The cursor where it is an id.
   *
   * @throws Problem.Invalid where it is anything else
   */
  public Optional<UUID> afterId() {
    return after.isEmpty() ? Optional.empty() : Optional.of(id("after", after));
  }

  /**
   * An id out of a query.
   *
   * @throws Problem.Invalid where it is none
   */
  public static UUID id(String name, String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw name.equals("after") ? noCursor() : new Problem.Invalid(name, "no id: " + cut(text));
    }
    return UUID.fromString(text);
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static Problem.Invalid noCursor() {
    return new Problem.Invalid("after", "no cursor; take the address in next as it is");
  }
}
