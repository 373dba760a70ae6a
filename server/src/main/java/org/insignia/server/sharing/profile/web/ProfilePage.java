package org.insignia.server.sharing.profile.web;

import java.time.Instant;
import java.util.List;
import org.insignia.server.accounts.profile.ProfileLink;
import org.insignia.server.sharing.web.Meta;
import org.jspecify.annotations.Nullable;

/**
 * What a person shows of themselves.
 *
 * @param headline one line of their own; empty where there is none
 * @param photo path of their picture; null where there is none
 * @param badges those of this page that fit the filter
 * @param found how many fit the filter
 * @param all how many there are without a filter
 * @param earlier path of the page before; empty on the first
 * @param later path of the next page; empty on the last
 * @param own whether the person is looking at it
 * @param isPublic whether anybody else may see it
 * @param isListed whether search engines may lead to it
 */
public record ProfilePage(
    String path,
    String name,
    String headline,
    @Nullable String photo,
    List<ProfileLink> links,
    List<Tile> badges,
    List<CollectionLink> collections,
    int found,
    int all,
    Choice organisation,
    Choice skill,
    Choice year,
    String earlier,
    String later,
    boolean own,
    boolean isPublic,
    boolean isListed,
    Meta meta) {
  public ProfilePage {
    links = List.copyOf(links);
    badges = List.copyOf(badges);
    collections = List.copyOf(collections);
  }

  /**
   * One badge in the grid.
   *
   * @param elsewhere whether it was issued by somebody else's server
   * @param stateKey text key of what is to be known of its state; empty where nothing is
   * @param image the picture at an address that programs make sized ones of
   * @param day when it was issued, as {@code 31/12/26}: for programs
   */
  public record Tile(
      String path,
      String picture,
      String name,
      String issuer,
      Instant issued,
      boolean elsewhere,
      String tone,
      String stateKey,
      String image,
      String day) {}

  /** A collection of the person. */
  public record CollectionLink(String path, String name, int badges) {}

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
