package org.insignia.server.issuing.browse;

import java.time.Instant;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * A badge as it stands in lists.
 *
 * @param stateAt since when it is suspended, revoked or replaced; null where it is in force
 * @param stateReason why; empty where none was said
 * @param replaces whether it stands in for another
 */
public record Issued(
    CredentialId id,
    AwardId award,
    AchievementId achievement,
    DossierId dossier,
    String name,
    String address,
    Instant earnedAt,
    Instant issuedAt,
    @Nullable Instant validUntil,
    State state,
    @Nullable Instant stateAt,
    String stateReason,
    boolean replaces) {}
