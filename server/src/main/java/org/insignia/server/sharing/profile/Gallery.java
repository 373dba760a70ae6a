package org.insignia.server.sharing.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.insignia.server.sharing.profile.Piece.Imported;
import org.insignia.server.sharing.profile.Piece.Issued;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The badges that a person shows to everybody, of here and of elsewhere, in the order they chose.
 * What has no place yet comes first, latest achievement first.
 */
@Service
public class Gallery {
  private static final int LONGEST_ORDER = 10_000;

  private final PublicBadges badges;
  private final ForeignBadges foreign;
  private final ArrangementStore arrangement;

  Gallery(PublicBadges badges, ForeignBadges foreign, ArrangementStore arrangement) {
    this.badges = badges;
    this.foreign = foreign;
    this.arrangement = arrangement;
  }

  /** Where a badge is moved to. */
  public enum Move {
    UP,
    DOWN,
    FIRST,
    LAST
  }

  /** What a person shows, in order; whether the profile may be seen is asked before. */
  public List<Piece> of(PersonId person) {
    Stream<Piece> issued = badges.heldBy(person, null).stream().map(Issued::new);
    Stream<Piece> imported = foreign.shownBy(person).stream().map(Imported::new);
    var places = new HashMap<UUID, Integer>();
    for (var id : arrangement.of(person)) {
      places.putIfAbsent(id, places.size());
    }
    return Stream.concat(issued, imported)
        .sorted(
            Comparator.comparingInt((Piece p) -> place(p, places))
                .thenComparing(Piece::earnedAt, Comparator.reverseOrder())
                .thenComparing(Piece::id))
        .toList();
  }

  /** A corrected copy takes the place of the badge that it stands in for. */
  private static int place(Piece piece, Map<UUID, Integer> places) {
    int own = places.getOrDefault(piece.id(), -1);
    if (own < 0 && piece instanceof Issued issued) {
      var replaced = issued.badge().credential().replaces();
      return replaced == null ? -1 : places.getOrDefault(replaced.value(), -1);
    }
    return own;
  }

  /** Moves one badge; nothing happens where it is not shown, or is there already. */
  @Transactional
  public void move(PersonId person, UUID badge, Move move) {
    arrangement.lock(person);
    var order = new ArrayList<>(of(person).stream().map(Piece::id).toList());
    int at = order.indexOf(badge);
    if (at < 0) {
      return;
    }
    int to =
        switch (move) {
          case UP -> Math.max(0, at - 1);
          case DOWN -> Math.min(order.size() - 1, at + 1);
          case FIRST -> 0;
          case LAST -> order.size() - 1;
        };
    order.remove(at);
    order.add(to, badge);
    keep(person, order);
  }

  /**
   * Sets the order of all; badges that are shown and not named keep their order behind the named.
   */
  @Transactional
  public void arrange(PersonId person, List<UUID> wanted) {
    arrangement.lock(person);
    var shown = of(person).stream().map(Piece::id).toList();
    var order = new LinkedHashSet<UUID>();
    wanted.stream().filter(shown::contains).forEach(order::add);
    order.addAll(shown);
    keep(person, List.copyOf(order));
  }

  /** What is hidden now keeps its place among the hidden: it may be shown again. */
  private void keep(PersonId person, List<UUID> order) {
    var all = new LinkedHashSet<UUID>(order);
    all.addAll(arrangement.of(person));
    arrangement.put(person, all.stream().limit(LONGEST_ORDER).toList());
  }
}
