package org.insignia.server.certificates;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Ownership;
import org.insignia.server.issuing.Visibility;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Which certificates there are. There is one for each certification that is wholly earned, since
 * only then there is a badge of it; badges of single exams give none.
 */
@Service
public class Certificates {
  private static final Comparator<Certificate> ORDER =
      Comparator.comparing((Certificate c) -> c.credential().earnedAt())
          .reversed()
          .thenComparing(c -> c.id().value());

  private final Credentials credentials;
  private final Ownership ownership;
  private final Visibility visibility;
  private final Catalog catalog;
  private final Achievements achievements;
  private final Organisations organisations;
  private final Clock clock;

  Certificates(
      Credentials credentials,
      Ownership ownership,
      Visibility visibility,
      Catalog catalog,
      Achievements achievements,
      Organisations organisations,
      Clock clock) {
    this.credentials = credentials;
    this.ownership = ownership;
    this.visibility = visibility;
    this.catalog = catalog;
    this.achievements = achievements;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * A person's certificates, the latest first. One that was replaced is left out as soon as the one
   * that stands in for it is there.
   */
  public List<Certificate> of(PersonId person) {
    var mine = credentials.find(ownership.of(person));
    var there = mine.stream().map(Credential::id).collect(Collectors.toSet());
    return certificates(
            mine.stream()
                .filter(c -> c.replacedBy() == null || !there.contains(c.replacedBy()))
                .toList())
        .stream()
        .sorted(ORDER)
        .toList();
  }

  /** Those of these that are the person's, in the order of the list; others do not exist here. */
  public List<Certificate> of(PersonId person, Collection<CredentialId> wanted) {
    var mine = of(person).stream().collect(Collectors.toMap(Certificate::id, c -> c));
    return wanted.stream().distinct().map(mine::get).filter(Objects::nonNull).toList();
  }

  /**
   * The certificate of a badge, if it is the person's; of a replaced one the latest that stands in
   * for it.
   */
  public Optional<Certificate> of(PersonId person, CredentialId id) {
    var mine =
        credentials.find(ownership.of(person)).stream()
            .collect(Collectors.toMap(Credential::id, c -> c));
    var found = mine.get(id);
    while (found != null && found.replacedBy() != null && mine.containsKey(found.replacedBy())) {
      found = mine.get(found.replacedBy());
    }
    return found == null ? Optional.empty() : certificates(List.of(found)).stream().findFirst();
  }

  /** The certificate of this badge, whoever holds it; empty where it is of no certification. */
  public Optional<Certificate> of(Credential badge) {
    return certificates(List.of(badge)).stream().findFirst();
  }

  private static @Nullable Credential successor(
      Credential replaced, Map<CredentialId, Credential> among) {
    var next = replaced.replacedBy();
    return next == null ? null : among.get(next);
  }

  /** The certificate with this number, if everybody may see its badge. */
  public Optional<Certificate> publicly(CertificateNumber number) {
    return credentials
        .numbered(number)
        .filter(c -> visibility.isPublic(c.id()))
        .flatMap(c -> certificates(List.of(c)).stream().findFirst());
  }

  private List<Certificate> certificates(Collection<Credential> of) {
    var kinds = achievements(of);
    var issuers = new HashMap<OrganisationId, Organisation>();
    var now = clock.instant();
    var all = new ArrayList<Certificate>();
    for (var credential : of) {
      var kind = Objects.requireNonNull(kinds.get(credential.achievement()));
      if (kind.kind() == Kind.CERTIFICATION) {
        var issuer = issuers.computeIfAbsent(credential.organisation(), organisations::get);
        all.add(Certificate.of(credential, kind, issuer, isRetired(kind, now), now));
      }
    }
    return all;
  }

  private boolean isRetired(Achievement certification, Instant now) {
    return catalog
        .current(certification.organisation())
        .isRetired(certification.sourceUid(), LocalDate.ofInstant(now, ZoneOffset.UTC))
        .orElse(certification.state() == Achievement.State.RETIRED);
  }

  private Map<AchievementId, Achievement> achievements(Collection<Credential> of) {
    var ids = of.stream().map(Credential::achievement).distinct().toList();
    return ids.isEmpty()
        ? Map.of()
        : achievements.get(ids).stream().collect(Collectors.toMap(Achievement::id, a -> a));
  }
}
