package org.insignia.server.transcripts.record;

import java.time.Instant;
import java.time.LocalDate;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A certification that a person holds or held.
 *
 * @param key names it among the items of this person's transcript, for ever
 * @param issuer the organisation's name
 * @param uid of the certification in the organisation's catalogue
 * @param title in the transcript's language
 * @param validUntil null for one that does not expire
 * @param renewableFrom the first day on which a renewal counts; null where there is none
 * @param reason why it is suspended or revoked, as the issuer told it; null where it is not
 * @param number the certificate's; null where there is no certificate
 * @param credential the badge; null while it is being made, and where it gives none
 * @param accepted whether the earner accepted the badge
 * @param isPublic whether everybody may see the badge's page
 */
public record EarnedCertification(
    String key,
    OrganisationId organisation,
    String issuer,
    String uid,
    String title,
    Status status,
    Instant earnedAt,
    @Nullable Instant validUntil,
    @Nullable LocalDate renewableFrom,
    @Nullable String reason,
    @Nullable String number,
    @Nullable CredentialId credential,
    boolean accepted,
    boolean isPublic)
    implements TranscriptItem {

  /** How it stands; the first that applies from the end. Names are keys of texts. */
  public enum Status {
    ACTIVE,
    /** It can no longer be earned; who has earned it keeps it. */
    RETIRED,
    EXPIRED,
    /** Out of force until the issuer reinstates it. */
    SUSPENDED,
    REVOKED
  }

  /** Whether it is in force today. */
  public boolean isActive() {
    return status == Status.ACTIVE;
  }
}
