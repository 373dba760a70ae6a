package org.insignia.server.claims.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.look.Accent;
import org.springframework.stereotype.Component;

/**
 * Gathers what pages show of badges, for many at once with a fixed number of queries per
 * organisation.
 */
@Component
public final class BadgeViews {
  private final Credentials credentials;
  private final Achievements achievements;
  private final Organisations organisations;
  private final Clock clock;

  BadgeViews(
      Credentials credentials,
      Achievements achievements,
      Organisations organisations,
      Clock clock) {
    this.credentials = credentials;
    this.achievements = achievements;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * The badges of these claims, in their order.
   *
   * @param image path of the picture of a badge
   */
  public List<BadgeView> of(
      Collection<Claim> claims, Language language, Function<CredentialId, String> image) {
    var byId =
        credentials.find(claims.stream().map(Claim::credential).toList()).stream()
            .collect(Collectors.toMap(Credential::id, c -> c));
    var kinds = achievements(byId.values());
    var issuers = new HashMap<OrganisationId, Organisation>();
    return claims.stream()
        .filter(claim -> byId.containsKey(claim.credential()))
        .map(claim -> {
          var credential = Objects.requireNonNull(byId.get(claim.credential()));
          var achievement = Objects.requireNonNull(kinds.get(credential.achievement()));
          var issuer = issuers.computeIfAbsent(credential.organisation(), organisations::get);
          return view(
              claim, credential, achievement, issuer, language, image.apply(credential.id()));
        })
        .toList();
  }

  private Map<AchievementId, Achievement> achievements(Collection<Credential> of) {
    var ids = of.stream().map(Credential::achievement).distinct().toList();
    return achievements.get(ids).stream().collect(Collectors.toMap(Achievement::id, a -> a));
  }

  private BadgeView view(
      Claim claim,
      Credential credential,
      Achievement achievement,
      Organisation issuer,
      Language language,
      String image) {
    var words = achievement.words(language);
    var until = credential.validUntil();
    var reason = credential.stateReason();
    return new BadgeView(
        credential.id().value(),
        words.name(),
        words.description(),
        words.skills(),
        issuer.name(),
        credential.recipientName(),
        image,
        credential.earnedAt(),
        until,
        until != null && until.isBefore(now()),
        credential.state(),
        reason == null ? "" : reason,
        claim.visibility(),
        Accent.parse(issuer.accent()).map(Accent::sheet).orElse(""));
  }

  private Instant now() {
    return clock.instant();
  }
}
