package org.insignia.server.insights.market;

import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a badge to the one who accepted it, and to nobody else. */
@Component
public class Held {
  private final Claims claims;
  private final Credentials credentials;
  private final Achievements achievements;
  private final BadgeSkills skills;
  private final Switches switches;

  Held(
      Claims claims,
      Credentials credentials,
      Achievements achievements,
      BadgeSkills skills,
      Switches switches) {
    this.claims = claims;
    this.credentials = credentials;
    this.achievements = achievements;
    this.skills = skills;
    this.switches = switches;
  }

  /**
   * A badge and what it stands for.
   *
   * @param off whether its issuer wants no insights shown; then no skills are told
   */
  public record Badge(UUID id, Achievement achievement, Set<String> skills, boolean off) {}

  /**
   * The badge of this earner.
   *
   * @throws Problem.NotFound for everybody else
   */
  public Badge badge(PersonId earner, UUID id) {
    var credential = new CredentialId(id);
    boolean mine =
        claims
            .of(credential)
            .filter(claim -> claim.state() == Claim.State.ACCEPTED && earner.equals(claim.owner()))
            .isPresent();
    return credentials
        .find(credential)
        .filter(found -> mine)
        .map(found -> achievements.get(found.achievement()))
        .map(achievement -> badge(id, achievement))
        .orElseThrow(() -> new Problem.NotFound("insights of badge " + id));
  }

  /**
   * The skills that a search begins with: those that were chosen, else those of the badge.
   *
   * @param from the badge it begins at; null for none
   */
  public Set<String> wanted(PersonId earner, @Nullable UUID from, Set<String> chosen) {
    return chosen.isEmpty() && from != null ? badge(earner, from).skills() : chosen;
  }

  private Badge badge(UUID id, Achievement achievement) {
    boolean off = switches.isOff(achievement.id());
    return new Badge(id, achievement, off ? Set.of() : skills.of(achievement), off);
  }
}
