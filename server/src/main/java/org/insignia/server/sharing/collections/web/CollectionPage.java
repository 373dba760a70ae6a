package org.insignia.server.sharing.collections.web;

import java.util.List;
import org.insignia.server.sharing.collections.BadgeCollection;
import org.insignia.server.sharing.profile.web.ProfilePage.Tile;
import org.insignia.server.sharing.web.Meta;

/**
 * A collection as everybody sees it.
 *
 * @param description in paragraphs
 * @param earner the name of its maker
 * @param profile path of the maker's profile
 * @param own whether its maker is looking
 * @param isListed whether search engines may lead to it
 */
public record CollectionPage(
    BadgeCollection collection,
    List<String> description,
    List<Tile> badges,
    String earner,
    String profile,
    boolean own,
    boolean isListed,
    Meta meta) {
  public CollectionPage {
    description = List.copyOf(description);
    badges = List.copyOf(badges);
  }
}
