package org.insignia.server.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credentials;
import org.springframework.stereotype.Component;

/** Who earned an achievement, as far as everybody may know. */
@Component
public class Earners {
  /** Fewer are not counted in public: a small number can tell on somebody. */
  public static final int FEWEST = 10;

  /** More are not counted. */
  public static final int MOST = 10_000;

  private static final int LOOKED_AT = 300;
  private static final int SHOWN = 24;

  private final Credentials credentials;
  private final Claims claims;
  private final Profiles profiles;

  Earners(Credentials credentials, Claims claims, Profiles profiles) {
    this.credentials = credentials;
    this.claims = claims;
    this.profiles = profiles;
  }

  /** How many have it; 0 where they are too few to be told, {@link #MOST} where they are more. */
  public int count(AchievementId achievement) {
    int count = credentials.countInForce(achievement, MOST);
    return count < FEWEST ? 0 : count;
  }

  /**
   * Some of those who show it and chose to be listed, those who earned it last first. Only the
   * latest few hundred are looked at.
   */
  public List<Profile> listed(AchievementId achievement) {
    var latest = credentials.latestInForce(achievement, LOOKED_AT);
    if (latest.isEmpty()) {
      return List.of();
    }
    var owners =
        claims.of(latest).stream()
            .filter(Claim::isPublic)
            .sorted(Comparator.comparing((Claim c) -> latest.indexOf(c.credential())))
            .flatMap(c -> Stream.ofNullable(c.owner()))
            .distinct()
            .toList();
    var found = profiles.of(owners);
    return owners.stream()
        .flatMap(owner -> Stream.ofNullable(found.get(owner)))
        .filter(p -> p.listed() && p.isVisibleTo(null))
        .limit(SHOWN)
        .toList();
  }
}
