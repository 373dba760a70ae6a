package org.insignia.server.claims.browse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * Looks through the badges of an organisation, the latest first, and keeps those whose earners gave
 * one of these answers: some hundreds at a time, so that any number of them needs no more memory.
 */
@Component
public class AnsweredBadges {
  private static final int STRETCH = 500;

  /** After so many that were not wanted a page ends, and the next begins there. */
  private static final int PATIENCE = 20_000;

  private final BadgeList badges;
  private final Claims claims;

  AnsweredBadges(BadgeList badges, Claims claims) {
    this.badges = badges;
    this.claims = claims;
  }

  /** What an earner said. */
  public enum Answer {
    /** Nobody was asked yet. */
    NONE,
    PENDING,
    ACCEPTED,
    REJECTED;

    static Answer of(@Nullable Claim claim) {
      return claim == null
          ? NONE
          : switch (claim.state()) {
            case PENDING -> PENDING;
            case ACCEPTED -> ACCEPTED;
            case REJECTED -> REJECTED;
          };
    }
  }

  /**
   * A badge with its offer.
   *
   * @param claim null where it was offered to nobody yet
   */
  public record Answered(Issued badge, @Nullable Claim claim) {}

  /**
   * Some of what was found; it may be fewer than were asked for and not the end.
   *
   * @param next from where to go on; null where there is no more
   */
  public record Found(List<Answered> badges, @Nullable CredentialId next) {
    public Found {
      badges = List.copyOf(badges);
    }
  }

  /**
   * A page.
   *
   * @param before the {@code next} of the page before; empty for the first
   */
  public Found find(
      OrganisationId organisation,
      Wanted wanted,
      Set<Answer> answers,
      Optional<CredentialId> before,
      int limit) {
    var found = new ArrayList<Answered>();
    int size = answers.size() < Answer.values().length ? STRETCH : Math.min(STRETCH, limit + 1);
    var at = before;
    for (int seen = 0; seen < PATIENCE; seen += STRETCH) {
      var stretch = stretch(organisation, wanted, answers, at, size);
      for (var badge : answered(stretch.badges())) {
        if (answers.contains(Answer.of(badge.claim()))) {
          if (found.size() == limit) {
            return new Found(found, found.getLast().badge().id());
          }
          found.add(badge);
        }
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
      OrganisationId organisation,
      Wanted wanted,
      Set<Answer> answers,
      Optional<CredentialId> at,
      int size) {
    if (answers.equals(EnumSet.of(Answer.REJECTED))) {
      var rejected = claims.rejected(organisation, at, size);
      return new Stretch(
          badges.among(organisation, wanted, rejected),
          rejected.size() < size ? null : rejected.getLast());
    }
    var some = badges.of(organisation, wanted, at, size);
    return new Stretch(some, some.size() < size ? null : some.getLast().id());
  }

  private List<Answered> answered(List<Issued> stretch) {
    var offers =
        claims.of(stretch.stream().map(Issued::id).toList()).stream()
            .collect(Collectors.toMap(Claim::credential, Function.identity()));
    return stretch.stream().map(badge -> new Answered(badge, offers.get(badge.id()))).toList();
  }
}
