package org.insignia.server.sharing.collections;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.sharing.profile.Piece;

/**
 * Some of a person's badges under a name.
 *
 * @param badges ids of its badges; those that are hidden now are not shown
 */
public record BadgeCollection(
    UUID id,
    PersonId person,
    String name,
    String description,
    boolean isPublic,
    List<UUID> badges) {
  /** The most badges in one. */
  public static final int MOST = 500;

  public BadgeCollection {
    badges = List.copyOf(badges);
  }

  /** The path of its page: made of the id, so that it never changes. */
  public String path() {
    return "/collections/" + id;
  }

  /** Those of a person's shown badges that are in it, in the order of the profile. */
  public List<Piece> of(List<Piece> shown) {
    return shown.stream().filter(p -> holds(p)).toList();
  }

  /** Whether this badge, or the one that it stands in for, is in it. */
  public boolean holds(Piece piece) {
    if (badges.contains(piece.id())) {
      return true;
    }
    var replaced =
        piece instanceof Piece.Issued issued ? issued.badge().credential().replaces() : null;
    return replaced != null && badges.contains(replaced.value());
  }
}
