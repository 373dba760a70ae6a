package org.insignia.server.api.badges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.BadgeList;
import org.insignia.server.issuing.browse.Issued;
import org.insignia.server.issuing.browse.Wanted;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Badges by what their earners answered. Answers are another feature's, so the list is gone through
 * in stretches; a page ends where it is full or where so many were looked at, and the next one goes
 * on from there. A page may therefore be short and not be the last.
 */
@Component
class ByAcceptance {
  /** Of badges that nobody was offered yet. */
  static final String NONE = "none";

  static final List<String> WORDS = List.of(NONE, "pending", "accepted", "rejected");

  private static final int STRETCH = 500;
  private static final int STRETCHES = 10;

  private final BadgeList list;
  private final Claims claims;

  ByAcceptance(BadgeList list, Claims claims) {
    this.list = list;
    this.claims = claims;
  }

  /**
   * A page.
   *
   * @param next where the next one begins; null on the last
   */
  record Found(List<Issued> rows, @Nullable CredentialId next) {
    Found {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param acceptance one of {@link #WORDS}
   * @param before the last one that was looked at for the page before
   */
  Found page(
      OrganisationId organisation,
      Wanted wanted,
      String acceptance,
      Optional<CredentialId> before,
      int limit) {
    var found = new ArrayList<Issued>();
    var at = before;
    for (int i = 0; i < STRETCHES; i++) {
      var stretch = list.of(organisation, wanted, at, STRETCH);
      Map<CredentialId, Claim> answers =
          claims.of(stretch.stream().map(Issued::id).toList()).stream()
              .collect(Collectors.toMap(Claim::credential, claim -> claim));
      for (Issued row : stretch) {
        var answer = answers.get(row.id());
        if ((answer == null ? NONE : OwnBadges.word(answer.state())).equals(acceptance)) {
          if (found.size() == limit) {
            return new Found(found, found.getLast().id());
          }
          found.add(row);
        }
      }
      if (stretch.size() < STRETCH) {
        return new Found(found, null);
      }
      at = Optional.of(stretch.getLast().id());
    }
    return new Found(found, at.orElseThrow());
  }
}
