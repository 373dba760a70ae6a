package org.insignia.server.api.credly.objects;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.eligibility.HandAwards;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.issuing.browse.Sought.Found;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.organisations.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what all features know of badges, a page at a time: a few queries, however many. */
@Component
public class KnownBadges {
  private final Credentials credentials;
  private final BadgeSearch search;
  private final Claims claims;
  private final Profiles profiles;
  private final Achievements achievements;
  private final HandAwards awards;
  private final SaidStore said;
  private final TemplateWordsStore templates;

  KnownBadges(
      Credentials credentials,
      BadgeSearch search,
      Claims claims,
      Profiles profiles,
      Achievements achievements,
      HandAwards awards,
      SaidStore said,
      TemplateWordsStore templates) {
    this.credentials = credentials;
    this.search = search;
    this.claims = claims;
    this.profiles = profiles;
    this.achievements = achievements;
    this.awards = awards;
    this.said = said;
    this.templates = templates;
  }

  /** One badge of this organisation; those of others, and erased ones, are not there. */
  public Optional<KnownBadge> find(Organisation organisation, CredentialId id) {
    return of(organisation, search.changes(List.of(id))).stream().findFirst();
  }

  /** Those of these that are this organisation's, in the same order. */
  public List<KnownBadge> of(Organisation organisation, List<Found> found) {
    Map<CredentialId, Instant> changed = new LinkedHashMap<>();
    found.forEach(f -> changed.put(f.id(), f.changedAt()));
    var badges =
        credentials(changed.keySet()).stream()
            .filter(c -> c.organisation().equals(organisation.id()) && !c.isErased())
            .toList();
    var ids = badges.stream().map(Credential::id).toList();
    Map<CredentialId, Claim> claimed = by(claims.of(ids), Claim::credential);
    var owners =
        profiles.of(claimed.values().stream().map(Claim::owner).filter(Objects::nonNull).toList());
    var subjects = badges.stream().map(Credential::achievement).distinct().toList();
    Map<AchievementId, Achievement> what = by(achievements.get(subjects), Achievement::id);
    var words = templates.find(subjects);
    var details = credentials.details(ids);
    var spoken = said.find(ids);
    var numbers = numbers(badges);
    return badges.stream()
        .map(c -> {
          var claim = claimed.get(c.id());
          return new KnownBadge(
              organisation,
              c,
              Objects.requireNonNull(changed.get(c.id())),
              claim,
              owner(claim, owners),
              Objects.requireNonNull(what.get(c.achievement())),
              words.getOrDefault(c.achievement(), TemplateWords.NONE),
              details.getOrDefault(c.id().value(), Details.NONE),
              Optional.ofNullable(spoken.get(c.id()))
                  .orElseGet(() -> Said.ofName(c.recipientName())),
              numbers.getOrDefault(c.award(), ""));
        })
        .toList();
  }

  private static @Nullable Profile owner(@Nullable Claim claim, Map<PersonId, Profile> owners) {
    var owner = claim == null ? null : claim.owner();
    return owner == null ? null : owners.get(owner);
  }

  /** Most are signed; the few that are not yet are looked up one by one. */
  private List<Credential> credentials(Collection<CredentialId> ids) {
    Map<CredentialId, Credential> known = new HashMap<>(by(credentials.find(ids), Credential::id));
    for (var id : ids) {
      if (!known.containsKey(id)) {
        credentials.decided(id).ifPresent(c -> known.put(id, c));
      }
    }
    return ids.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  private Map<AwardId, String> numbers(List<Credential> badges) {
    Map<AwardId, String> numbers = new HashMap<>();
    awards
        .find(badges.stream().map(Credential::award).distinct().toList())
        .forEach(given -> numbers.put(given.award(), given.earnerNumber()));
    return numbers;
  }

  private static <K, V> Map<K, V> by(Collection<V> all, Function<V, K> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity()));
  }
}
