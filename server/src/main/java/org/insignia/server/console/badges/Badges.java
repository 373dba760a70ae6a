package org.insignia.server.console.badges;

import java.util.List;
import java.util.Optional;
import org.insignia.server.claims.browse.AnsweredBadges;
import org.insignia.server.claims.browse.AnsweredBadges.Answered;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through the badges of an organisation, the latest first, for what somebody typed. */
@Component
class Badges {
  private final AnsweredBadges badges;

  Badges(AnsweredBadges badges) {
    this.badges = badges;
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
    if (!asked.isSound()) {
      return new Found(List.of(), null);
    }
    var found = badges.find(organisation, asked.wanted(), asked.answers(), before, limit);
    return new Found(found.badges().stream().map(Badges::listed).toList(), found.next());
  }

  private static Listed listed(Answered answered) {
    var claim = answered.claim();
    return new Listed(
        answered.badge(),
        BadgeState.of(answered.badge(), claim),
        claim == null ? null : claim.decidedAt());
  }
}
