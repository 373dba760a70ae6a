package org.insignia.server.issuing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.model.AchievementSubject;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.openbadges.model.Profile;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.issuing.status.StatusPosition;
import org.insignia.server.platform.settings.Settings;

/**
 * Writes the unsigned document of credentials of one achievement, language and issuer.
 *
 * <p>The earner is named plainly, and by the salted hash of the address, which proves the badge to
 * who knows the address and tells it to nobody. There is one status entry, for revocation: the
 * standard's schema has room for one only.
 */
record CredentialWriter(
    Settings settings, Profile issuer, org.insignia.openbadges.model.Achievement achievement) {
  private static final int SALT_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  JsonObject write(Credential credential) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    IdentityObject address =
        IdentityObject.hashed(
            credential.recipient().key(),
            Multibase.base64url(Bytes.wrap(salt)).substring(1),
            IdentifierType.EMAIL_ADDRESS);
    return document(credential, address, credential.recipientName());
  }

  /** The same without anything personal: what all such documents share. */
  JsonObject blank(Credential any) {
    var credential =
        new Credential(
            new CredentialId(new UUID(0, 0)),
            any.award(),
            any.organisation(),
            any.achievement(),
            any.design(),
            any.dossier(),
            any.recipient(),
            "",
            any.language(),
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            any.key(),
            new StatusPosition(any.status().list(), 0),
            null,
            null,
            Credential.State.ISSUED,
            null);
    var address = new IdentityObject(true, "sha256$", IdentifierType.EMAIL_ADDRESS, "");
    return document(credential, address, "");
  }

  private JsonObject document(Credential credential, IdentityObject address, String name) {
    Instant from =
        credential.earnedAt().isAfter(credential.issuedAt())
            ? credential.issuedAt()
            : credential.earnedAt();
    var subject =
        AchievementSubject.of(achievement)
            .identifier(List.of(address, IdentityObject.plain(name, IdentifierType.NAME)))
            .build();
    var builder =
        AchievementCredential.of(
                settings.url(credential.path()).toString(),
                achievement.name(),
                issuer,
                from,
                subject)
            .awardedDate(credential.earnedAt())
            .credentialStatus(
                new StatusEntry(
                        StatusLists.url(
                            settings, credential.status().list(), StatusPurpose.REVOCATION),
                        credential.status().index(),
                        StatusPurpose.REVOCATION)
                    .toJson());
    if (credential.validUntil() != null) {
      builder.validUntil(credential.validUntil());
    }
    return builder.build().toJson();
  }
}
