package org.insignia.server.sharing.collections.web;

import java.util.List;
import java.util.UUID;
import org.insignia.server.sharing.collections.BadgeCollection;

/**
 * Where a collection is filled and described.
 *
 * @param badges all that its maker shows
 * @param problem text key of what is to be mended; empty where nothing is
 * @param profileIsPublic whether others can see anything of its maker at all
 */
public record EditPage(
    BadgeCollection collection, List<Choice> badges, String problem, boolean profileIsPublic) {
  public EditPage {
    badges = List.copyOf(badges);
  }

  /** One badge that can be in it. */
  public record Choice(UUID id, String name, String issuer, String picture, boolean in) {}
}
