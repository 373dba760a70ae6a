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
   */
  record Background(ShownBadge badge, List<OwnEvidence> evidence, String profile) {
    Background {
      evidence = List.copyOf(evidence);
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
            .map(badge -> new Background(badge, evidence.beside(badge), profile(badge)));
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
      read.put(id, new Background(badge, beside.getOrDefault(id, List.of()), path(profile)));
    }
    return read;
  }

  private String profile(ShownBadge badge) {
    var owner = badge.claim().owner();
    return owner == null || !badge.claim().isPublic() ? "" : path(profiles.of(owner));
  }

  /** Only a profile that everybody sees is linked: a private one is nowhere. */
  private static String path(@Nullable Profile profile) {
    return profile != null && profile.isVisibleTo(null) ? profile.path() : "";
  }
}
