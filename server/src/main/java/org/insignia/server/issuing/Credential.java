package org.insignia.server.issuing;

import java.time.Instant;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.status.StatusPosition;
import org.insignia.server.keys.KeyId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * The badge of one award as it was decided; nothing of it changes but the state.
 *
 * @param recipient where its earner was reached at the time
 * @param earnedAt when the achievement was reached: the start of validity and the date shown
 * @param validUntil null for a badge that stays valid
 * @param issuedAt when this credential was decided
 * @param replaces the credential that this one stands in for
 * @param replacedBy the one that stands in for this one
 * @param stateReason why it is revoked, suspended or replaced: what staff wrote, or the name of a
 *     cause whose text begins with {@link #REASONS}; null while it is neither
 */
public record Credential(
    CredentialId id,
    AwardId award,
    OrganisationId organisation,
    AchievementId achievement,
    DesignId design,
    DossierId dossier,
    EmailAddress recipient,
    String recipientName,
    Language language,
    Instant earnedAt,
    @Nullable Instant validUntil,
    Instant issuedAt,
    KeyId key,
    StatusPosition status,
    @Nullable CredentialId replaces,
    @Nullable CredentialId replacedBy,
    State state,
    @Nullable String stateReason) {
  /** Begins the keys of the texts of reasons that nobody wrote. */
  public static final String REASONS = "eligibility.cause.";

  /** Revoked and replaced are for good. */
  public enum State {
    ISSUED,
    SUSPENDED,
    REVOKED,
    REPLACED
  }

  /** Whether the issuer erased whom it is about. */
  public boolean isErased() {
    return recipient.value().equals("erased@insignia.invalid");
  }

  /** The path of its page; with {@code .json} and so on, of its other forms. */
  public String path() {
    return "/badges/" + id.value();
  }
}
