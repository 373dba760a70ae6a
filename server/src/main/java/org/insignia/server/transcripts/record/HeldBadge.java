package org.insignia.server.transcripts.record;

import java.time.Instant;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A badge that the person accepted; of a replaced one the copy that stands for it.
 *
 * @param uid of the exam or certification in the organisation's catalogue
 * @param certification whether it is a certification's, not an exam's
 * @param validUntil null for one that does not expire
 * @param isPublic whether everybody may see its page
 */
public record HeldBadge(
    String key,
    CredentialId credential,
    OrganisationId organisation,
    String issuer,
    String uid,
    String title,
    boolean certification,
    Status status,
    Instant earnedAt,
    @Nullable Instant validUntil,
    boolean isPublic)
    implements TranscriptItem {

  /** How it stands. Names are keys of texts. */
  public enum Status {
    VALID,
    EXPIRED,
    SUSPENDED,
    REVOKED
  }
}
