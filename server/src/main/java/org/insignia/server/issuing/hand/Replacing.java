package org.insignia.server.issuing.hand;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.eligibility.HandAwards;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Intents.Order;
import org.insignia.server.issuing.details.DetailStore;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.identity.Recipients;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts another badge in the place of one that somebody has: with other words or dates, or of
 * another achievement.
 */
@Component
public class Replacing {
  private final Giving giving;
  private final Recipients recipients;
  private final HandAwards awards;
  private final Achievements achievements;
  private final Credentials credentials;
  private final DetailStore details;

  Replacing(
      Giving giving,
      Recipients recipients,
      HandAwards awards,
      Achievements achievements,
      Credentials credentials,
      DetailStore details) {
    this.giving = giving;
    this.recipients = recipients;
    this.awards = awards;
    this.achievements = achievements;
    this.credentials = credentials;
    this.details = details;
  }

  /**
   * The new badge; the old one points to it and is void.
   *
   * @param wish for the mailbox of the old one
   * @throws Problem.Conflict if the old one is void already, or the mailbox has the other badge
   */
  @Transactional
  public CredentialId replace(String by, Credential old, Wish wish, String reason) {
    giving.lock(old.organisation());
    boolean same = wish.achievement().equals(old.achievement());
    var award = same ? old.award() : another(by, old, wish);
    var order =
        new Order(
            award,
            old.organisation(),
            wish.achievement(),
            same ? old.dossier() : dossier(old, wish),
            old.recipient(),
            wish.person().name(),
            wish.person().language(),
            wish.earnedAt(),
            wish.validUntil(),
            old.id());
    var issued = credentials.replace(by, old.id(), order, reason);
    if (!wish.details().equals(Details.NONE)) {
      details.put(issued.value(), wish.details());
    }
    return issued;
  }

  private org.insignia.server.results.DossierId dossier(Credential old, Wish wish) {
    return Objects.requireNonNull(
        recipients
            .dossiers(old.organisation(), List.of(wish.person()))
            .get(wish.person().mailbox()));
  }

  private AwardId another(String by, Credential old, Wish wish) {
    boolean onlyOne = achievements.repeatable(Set.of(wish.achievement())).isEmpty();
    if (onlyOne && !giving.had(wish.achievement(), List.of(old.recipient())).isEmpty()) {
      throw new Problem.Conflict("the earner already has this badge");
    }
    var award = new AwardId(Ids.next());
    awards.give(
        by,
        old.organisation(),
        List.of(Giving.gift(award, dossier(old, wish), wish, null, onlyOne)));
    return award;
  }
}
