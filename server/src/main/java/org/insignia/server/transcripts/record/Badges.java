package org.insignia.server.transcripts.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.transcripts.record.HeldBadge.Status;

/** Finds the badges that a person accepted. */
final class Badges {
  private static final Comparator<HeldBadge> ORDER =
      Comparator.comparing(HeldBadge::earnedAt).reversed().thenComparing(HeldBadge::title);

  private final Facts facts;
  private final Map<OrganisationId, Names> names;
  private final Language language;
  private final Instant now;

  Badges(Facts facts, Map<OrganisationId, Names> names, Language language, Instant now) {
    this.facts = facts;
    this.names = names;
    this.language = language;
    this.now = now;
  }

  List<HeldBadge> all() {
    return facts.credentials().values().stream()
        .filter(facts::isAccepted)
        .map(this::badge)
        .sorted(ORDER)
        .toList();
  }

  private HeldBadge badge(Credential credential) {
    Achievement achievement = facts.achievement(credential.achievement());
    return new HeldBadge(
        "badge." + credential.award().value(),
        credential.id(),
        credential.organisation(),
        Objects.requireNonNull(names.get(credential.organisation())).organisation().name(),
        achievement.sourceUid(),
        achievement.words(language).name(),
        achievement.kind() == Achievement.Kind.CERTIFICATION,
        status(credential),
        credential.earnedAt(),
        credential.validUntil(),
        facts.isPublic(credential));
  }

  private Status status(Credential credential) {
    Instant until = credential.validUntil();
    return switch (credential.state()) {
      case ISSUED -> until != null && until.isBefore(now) ? Status.EXPIRED : Status.VALID;
      case SUSPENDED -> Status.SUSPENDED;
      case REVOKED, REPLACED -> Status.REVOKED;
    };
  }
}
