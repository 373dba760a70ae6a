package org.insignia.server.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.hot.Briefly;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which badges may be shown to whom: the accepted public ones to everybody, the private ones to
 * their owner. Whatever else there is or is not looks the same: empty.
 */
@Component
public class PublicBadges {
  private final Credentials credentials;
  private final Claims claims;
  private final Briefly<AchievementId, Achievement> achievements;
  private final Briefly<OrganisationId, Organisation> organisations;

  PublicBadges(
      Credentials credentials,
      Claims claims,
      Achievements achievements,
      Organisations organisations) {
    this.credentials = credentials;
    this.claims = claims;
    this.achievements =
        Briefly.many(ids ->
            achievements.get(ids).stream()
                .collect(Collectors.toMap(Achievement::id, Function.identity())));
    this.organisations = Briefly.each(organisations::get);
  }

  /**
   * The badge, if the one who asks may see it.
   *
   * @param asking who is signed in; null for a stranger
   */
  public Optional<ShownBadge> find(CredentialId id, @Nullable PersonId asking) {
    var claim = claims.of(id).filter(c -> c.isPublic() || isOwner(c, asking));
    return claim.flatMap(c -> credentials.find(id).map(credential -> shown(c, credential, asking)));
  }

  /**
   * The badge as everybody may see it.
   *
   * @throws Problem.NotFound if it waits, was rejected, is private or is not there: one answer
   */
  public ShownBadge ofEverybody(CredentialId id) {
    return find(id, null).orElseThrow(() -> notFound(id));
  }

  /** As {@link #ofEverybody(CredentialId)} for many at once; what nobody may see is left out. */
  public List<ShownBadge> ofEverybody(Collection<CredentialId> ids) {
    var visible =
        claims.of(ids).stream()
            .filter(Claim::isPublic)
            .collect(Collectors.toMap(Claim::credential, Function.identity()));
    return visible.isEmpty() ? List.of() : shown(credentials.find(visible.keySet()), visible, null);
  }

  /**
   * As {@link #ofEverybody(CredentialId)}, and in place of a replaced one what stands in for it: an
   * address that was given away goes on working.
   */
  public ShownBadge inForce(CredentialId id) {
    var badge = ofEverybody(id);
    return badge.credential().state() == State.REPLACED
        ? successor(badge, null).orElse(badge)
        : badge;
  }

  /**
   * The badge for its owner, public or private.
   *
   * @throws Problem.NotFound for everybody else
   */
  public ShownBadge ofOwner(CredentialId id, PersonId asking) {
    return find(id, asking).filter(ShownBadge::own).orElseThrow(() -> notFound(id));
  }

  private static Problem notFound(CredentialId id) {
    return new Problem.NotFound("there is no public badge " + id.value());
  }

  /** The one that stands in for it at the end of all replacements, if it may be seen. */
  public Optional<ShownBadge> successor(ShownBadge replaced, @Nullable PersonId asking) {
    var next = replaced.credential().replacedBy();
    for (int hops = 0; next != null && hops < 20; hops++) {
      var found = credentials.find(next);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (found.get().replacedBy() == null) {
        return find(next, asking);
      }
      next = found.get().replacedBy();
    }
    return Optional.empty();
  }

  /**
   * What a person holds and the one who asks may see, latest achievement first. On a stranger's
   * list there is nothing that was taken back.
   */
  public List<ShownBadge> heldBy(PersonId person, @Nullable PersonId asking) {
    var visible =
        claims.held(person).stream()
            .filter(Claim::isPublic)
            .collect(Collectors.toMap(Claim::credential, Function.identity()));
    var found =
        credentials.find(visible.keySet()).stream()
            .filter(c -> c.state() == State.ISSUED || c.state() == State.SUSPENDED)
            .sorted((a, b) -> b.earnedAt().compareTo(a.earnedAt()))
            .toList();
    return shown(found, visible, asking);
  }

  private List<ShownBadge> shown(
      List<Credential> found, Map<CredentialId, Claim> visible, @Nullable PersonId asking) {
    var achievementsById = achievements.of(found.stream().map(Credential::achievement).toList());
    var organisationsById = organisations.of(found.stream().map(Credential::organisation).toList());
    return found.stream()
        .map(c -> {
          var claim = Objects.requireNonNull(visible.get(c.id()));
          return new ShownBadge(
              c,
              claim,
              Objects.requireNonNull(organisationsById.get(c.organisation())),
              Objects.requireNonNull(achievementsById.get(c.achievement())),
              isOwner(claim, asking));
        })
        .toList();
  }

  private ShownBadge shown(Claim claim, Credential credential, @Nullable PersonId asking) {
    return new ShownBadge(
        credential,
        claim,
        organisations.of(credential.organisation()),
        achievements.of(credential.achievement()),
        isOwner(claim, asking));
  }

  private static boolean isOwner(Claim claim, @Nullable PersonId asking) {
    return asking != null && asking.equals(claim.owner());
  }
}
