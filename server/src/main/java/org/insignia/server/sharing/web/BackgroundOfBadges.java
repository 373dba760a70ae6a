package org.insignia.server.sharing.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.hot.Together;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.evidence.OwnEvidence;
import org.insignia.server.sharing.evidence.OwnEvidences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A badge with all that its page says of it and that may change at any time: always as the database
 * has it now, never from memory.
 */
@Component
final class BackgroundOfBadges {
  private final PublicBadges badges;
  private final OwnEvidences evidence;
  private final Profiles profiles;
  private final Together<CredentialId, Background> ofEverybody = new Together<>(this::read);

  BackgroundOfBadges(PublicBadges badges, OwnEvidences evidence, Profiles profiles) {
    this.badges = badges;
    this.evidence = evidence;
    this.profiles = profiles;
  }

  /**
   * What the page is made of.
   *
   * @param profile path of the earner's profile; empty where there is none to see
   * @param isListed whether search engines may lead to it: its earner wants to be found
   */
  record Background(
      ShownBadge badge, List<OwnEvidence> evidence, String profile, boolean isListed) {
    Background {
      evidence = List.copyOf(evidence);
    }

    /** Only a profile that everybody sees is linked: a private one is nowhere. */
    static Background of(ShownBadge badge, List<OwnEvidence> evidence, @Nullable Profile profile) {
      return profile != null && badge.claim().isPublic() && profile.isVisibleTo(null)
          ? new Background(badge, evidence, profile.path(), profile.listed())
          : new Background(badge, evidence, "", false);
    }
  }

  /**
   * The badge, if the one who asks may see it.
   *
   * @param asking who is signed in; null for a stranger
   */
  Optional<Background> find(CredentialId id, @Nullable PersonId asking) {
    return asking == null
        ? ofEverybody.of(id)
        : badges
            .find(id, asking)
            .map(badge -> Background.of(badge, evidence.beside(badge), profile(badge)));
  }

  private Map<CredentialId, Background> read(Collection<CredentialId> ids) {
    var found = badges.ofEverybody(ids);
    var beside = evidence.beside(found);
    var owners =
        profiles.of(
            found.stream().flatMap(b -> Stream.ofNullable(b.claim().owner())).distinct().toList());
    var read = new HashMap<CredentialId, Background>();
    for (var badge : found) {
      var id = badge.credential().id();
      var owner = badge.claim().owner();
      var profile = owner == null ? null : owners.get(owner);
      read.put(id, Background.of(badge, beside.getOrDefault(id, List.of()), profile));
    }
    return read;
  }

  private @Nullable Profile profile(ShownBadge badge) {
    var owner = badge.claim().owner();
    return owner == null ? null : profiles.of(owner);
  }
}
