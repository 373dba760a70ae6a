package org.insignia.server.sharing.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person shows of themselves.
 *
 * @param badges those that fit the filter
 * @param all how many there are without a filter
 * @param own whether the person is looking at it
 */
public record ProfilePage(
    String path,
    String name,
    List<Tile> badges,
    int all,
    Choice organisation,
    Choice skill,
    Choice year,
    boolean own,
    Meta meta) {
  public ProfilePage {
    badges = List.copyOf(badges);
  }

  /** One badge in the grid. */
  public record Tile(
      String path,
      String picture,
      String name,
      String issuer,
      Instant issued,
      String tone,
      String stateKey) {}

  /**
   * A filter.
   *
   * @param chosen empty for all
   */
  public record Choice(String chosen, List<Option> options) {
    public Choice {
      options = List.copyOf(options);
    }

    /** Whether there is anything to choose between. */
    public boolean isUseful() {
      return options.size() > 1;
    }
  }

  /** One value of a filter, with the words for it. */
  public record Option(String value, String label) {}

  /** Whether a filter is set. */
  public boolean isFiltered() {
    return !(organisation.chosen().isEmpty()
        && skill.chosen().isEmpty()
        && year.chosen().isEmpty());
  }

  static Choice choice(@Nullable String chosen, List<Option> options) {
    boolean known = options.stream().anyMatch(o -> o.value().equals(chosen));
    return new Choice(known && chosen != null ? chosen : "", options);
  }
}
