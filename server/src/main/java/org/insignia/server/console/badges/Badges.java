package org.insignia.server.console.badges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.BadgeList;
import org.insignia.server.issuing.browse.Issued;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks through the badges of an organisation, the latest first, and keeps those whose earners did
 * what is asked for: some hundreds at a time, so that any number of them needs no more memory.
 */
@Component
class Badges {
  private static final int STRETCH = 500;

  /** After so many that were not wanted a page ends, and the next begins there. */
  private static final int PATIENCE = 20_000;

  private final BadgeList badges;
  private final Claims claims;

  Badges(BadgeList badges, Claims claims) {
    this.badges = badges;
    this.claims = claims;
  }

  /**
   * Some of what was found.
   *
   * @param next from where to go on; null where there is no more
   */
  record Found(List<Listed> badges, @Nullable CredentialId next) {
    Found {
      badges = List.copyOf(badges);
    }
  }

  Found find(OrganisationId organisation, Asked asked, Optional<CredentialId> before, int limit) {
    var found = new ArrayList<Listed>();
    if (!asked.isSound()) {
      return new Found(found, null);
    }
    var at = before;
    for (int seen = 0; seen < PATIENCE; seen += STRETCH) {
      int size = asked.wantedState().isPresent() ? STRETCH : Math.min(STRETCH, limit + 1);
      var stretch = stretch(organisation, asked, at, size);
      for (var listed : listed(stretch.badges())) {
        if (asked.wantedState().filter(state -> state != listed.state()).isPresent()) {
          continue;
        }
        if (found.size() == limit) {
          return new Found(found, found.getLast().badge().id());
        }
        found.add(listed);
      }
      if (stretch.last() == null) {
        return new Found(found, null);
      }
      at = Optional.of(stretch.last());
    }
    return new Found(found, at.orElse(null));
  }

  /**
   * A piece of the list.
   *
   * @param last from where to go on; null at the end of the list
   */
  private record Stretch(List<Issued> badges, @Nullable CredentialId last) {}

  /** Rejected ones are few among all: they are looked for from the other side. */
  private Stretch stretch(
      OrganisationId organisation, Asked asked, Optional<CredentialId> at, int size) {
    if (asked.wantedState().equals(Optional.of(BadgeState.REJECTED))) {
      var rejected = claims.rejected(organisation, at, size);
      return new Stretch(
          badges.among(organisation, asked.wanted(), rejected),
          rejected.size() < size ? null : rejected.getLast());
    }
    var some = badges.of(organisation, asked.wanted(), at, size);
    return new Stretch(some, some.size() < size ? null : some.getLast().id());
  }

  private List<Listed> listed(List<Issued> stretch) {
    var decided =
        claims.of(stretch.stream().map(Issued::id).toList()).stream()
            .collect(Collectors.toMap(Claim::credential, Function.identity()));
    return stretch.stream()
        .map(badge -> {
          var claim = decided.get(badge.id());
          return new Listed(
              badge, BadgeState.of(badge, claim), claim == null ? null : claim.decidedAt());
        })
        .toList();
  }
}
