package org.insignia.server.transcripts.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.eligibility.Explanation;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.transcripts.record.EarnedCertification.Status;
import org.jspecify.annotations.Nullable;

/** Finds the certifications that a person holds or held. */
final class Certifications {
  private static final Comparator<EarnedCertification> ORDER =
      Comparator.comparing(EarnedCertification::isActive)
          .thenComparing(EarnedCertification::earnedAt)
          .reversed()
          .thenComparing(EarnedCertification::title);

  private final Facts facts;
  private final Map<OrganisationId, Names> names;
  private final Language language;
  private final Instant now;

  Certifications(Facts facts, Map<OrganisationId, Names> names, Language language, Instant now) {
    this.facts = facts;
    this.names = names;
    this.language = language;
    this.now = now;
  }

  /**
   * Those that stand by results, those whose badge was accepted under another record or revoked,
   * and those of old that give no badge.
   */
  List<EarnedCertification> all(Map<OrganisationId, List<Explanation>> begun) {
    List<EarnedCertification> all = new ArrayList<>();
    Set<AwardId> told = new HashSet<>();
    for (Award award : facts.awards()) {
      Achievement achievement = facts.achievement(award.achievement());
      told.add(award.id());
      if (achievement.kind() == Kind.CERTIFICATION) {
        Credential credential = facts.credential(award.id()).orElse(null);
        all.add(item(award.id(), achievement, award.earnedAt(), award.validUntil(), credential));
      }
    }
    for (Credential credential : facts.credentials().values()) {
      Achievement achievement = facts.achievement(credential.achievement());
      if (achievement.kind() == Kind.CERTIFICATION && !told.contains(credential.award())) {
        all.add(
            item(
                credential.award(),
                achievement,
                credential.earnedAt(),
                credential.validUntil(),
                credential));
      }
    }
    begun.forEach((organisation, explanations) ->
        explanations.forEach(explanation -> legacy(organisation, explanation, all)));
    return all.stream().sorted(ORDER).toList();
  }

  private EarnedCertification item(
      AwardId award,
      Achievement achievement,
      Instant earnedAt,
      @Nullable Instant validUntil,
      @Nullable Credential credential) {
    Names by = names(achievement.organisation());
    boolean revoked = credential != null && credential.state() == Credential.State.REVOKED;
    boolean accepted = credential != null && facts.isAccepted(credential);
    return new EarnedCertification(
        "certification." + award.value(),
        achievement.organisation(),
        by.organisation().name(),
        achievement.sourceUid(),
        achievement.words(language).name(),
        status(achievement, validUntil, credential),
        earnedAt,
        validUntil,
        revoked ? null : renewableFrom(by.catalog(), achievement.sourceUid(), validUntil),
        credential == null ? null : credential.stateReason(),
        credential == null || revoked ? null : CertificateNumber.of(credential.id()).text(),
        credential == null ? null : credential.id(),
        accepted,
        credential != null && facts.isPublic(credential));
  }

  private Status status(
      Achievement achievement, @Nullable Instant validUntil, @Nullable Credential credential) {
    if (credential != null && credential.state() == Credential.State.REVOKED) {
      return Status.REVOKED;
    }
    if (credential != null && credential.state() == Credential.State.SUSPENDED) {
      return Status.SUSPENDED;
    }
    if (validUntil != null && validUntil.isBefore(now)) {
      return Status.EXPIRED;
    }
    return isRetired(achievement) ? Status.RETIRED : Status.ACTIVE;
  }

  private boolean isRetired(Achievement achievement) {
    return names(achievement.organisation())
        .catalog()
        .isRetired(achievement.sourceUid(), today())
        .orElse(achievement.state() == Achievement.State.RETIRED);
  }

  private @Nullable LocalDate renewableFrom(
      CatalogVersion catalog, String uid, @Nullable Instant validUntil) {
    boolean renewable = catalog.certification(uid).filter(c -> c.renewalUid() != null).isPresent();
    return validUntil == null || !renewable || validUntil.isBefore(now)
        ? null
        : LocalDate.ofInstant(validUntil, ZoneOffset.UTC).minus(catalog.rules().renewalWindow());
  }

  private void legacy(
      OrganisationId organisation, Explanation explanation, List<EarnedCertification> all) {
    Instant since = explanation.earnedAt();
    if (explanation.outcome() != Explanation.Outcome.LEGACY || since == null) {
      return;
    }
    Names by = names(organisation);
    all.add(
        new EarnedCertification(
            "certification." + organisation.value() + "." + explanation.uid(),
            organisation,
            by.organisation().name(),
            explanation.uid(),
            by.certification(explanation.uid()),
            Status.RETIRED,
            since,
            null,
            null,
            null,
            null,
            null,
            false,
            false));
  }

  private Names names(OrganisationId organisation) {
    Names known = names.get(organisation);
    if (known == null) {
      throw new IllegalStateException("no names of organisation " + organisation.value());
    }
    return known;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
