package org.insignia.server.sharing.foreign;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;

/** Badges of an issuer that this server knows nothing of. */
public final class ElsewhereBadges {
  private static final String FROM = "2024-05-01T00:00:00Z";

  private final KeyPair key = KeyPair.generateEd25519(new SecureRandom());

  /** A badge made out to this address, plain. */
  public String plain(String address) {
    return signed(
        List.of(IdentityObject.plain(address, IdentifierType.EMAIL_ADDRESS).toJson()), null);
  }

  /** A badge made out to the salted hash of this address. */
  public String hashed(String address) {
    return signed(
        List.of(IdentityObject.hashed(address, "a-salt", IdentifierType.EMAIL_ADDRESS).toJson()),
        null);
  }

  /** A badge that names nobody. */
  public String unnamed() {
    return signed(List.of(), null);
  }

  /** A badge whose time is over. */
  public String expired(String address) {
    return signed(
        List.of(IdentityObject.plain(address, IdentifierType.EMAIL_ADDRESS).toJson()),
        Instant.parse("2025-01-01T00:00:00Z"));
  }

  /** A badge with this id, valid from then on. */
  public String edition(String address, String id, String from) {
    return sealed(document(named(address), null, id, from));
  }

  /** A badge as a compact JWS. */
  public String jwt(String address) {
    return new EnvelopeSigner(key, DidKey.verificationMethod(key.publicKey()))
        .openBadge(document(named(address), null, "urn:uuid:" + UUID.randomUUID(), FROM));
  }

  /** A learner record with one badge in it, with this id, valid from then on. */
  public String record(String address, String id, String from) {
    return sealed(recordOf(address, id, from));
  }

  /** A learner record as a compact JWS. */
  public String recordJwt(String address) {
    return new EnvelopeSigner(key, DidKey.verificationMethod(key.publicKey()))
        .openBadge(recordOf(address, "urn:uuid:" + UUID.randomUUID(), FROM));
  }

  private JsonObject recordOf(String address, String id, String from) {
    var badge = edition(address, "urn:uuid:" + UUID.randomUUID(), FROM);
    var subject = new LinkedHashMap<String, Object>();
    subject.put("type", List.of("ClrSubject"));
    subject.put("identifier", new ArrayList<>(named(address)));
    subject.put("verifiableCredential", List.of(Json.parseObject(Bytes.utf8(badge))));
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "@context",
        List.of(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"));
    document.put("id", id);
    document.put("type", List.of("VerifiableCredential", "ClrCredential"));
    document.put("issuer", issuer());
    document.put("validFrom", from);
    document.put("name", "Harbour years");
    document.put("credentialSubject", subject);
    return (JsonObject) JsonValue.from(document);
  }

  private Map<String, Object> issuer() {
    return Map.of(
        "id", DidKey.did(key.publicKey()), "type", List.of("Profile"), "name", "Harbour Institute");
  }

  private static List<JsonObject> named(String address) {
    return List.of(IdentityObject.plain(address, IdentifierType.EMAIL_ADDRESS).toJson());
  }

  private String signed(List<JsonObject> identifiers, Instant until) {
    return sealed(document(identifiers, until, "urn:uuid:" + UUID.randomUUID(), FROM));
  }

  private JsonObject document(List<JsonObject> identifiers, Instant until, String id, String from) {
    var achievement = new LinkedHashMap<String, Object>();
    achievement.put("id", "urn:uuid:" + UUID.randomUUID());
    achievement.put("type", List.of("Achievement"));
    achievement.put("name", "Lighthouse Keeping");
    achievement.put("description", "Kept a light burning <b>through</b> the winter.");
    achievement.put("criteria", Map.of("narrative", "One winter."));
    var subject = new LinkedHashMap<String, Object>();
    subject.put("type", List.of("AchievementSubject"));
    if (identifiers.isEmpty()) {
      subject.put("id", "did:example:somebody");
    } else {
      subject.put("identifier", new ArrayList<>(identifiers));
    }
    subject.put("achievement", achievement);
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "@context",
        List.of(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"));
    document.put("id", id);
    document.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
    document.put("issuer", issuer());
    document.put("validFrom", from);
    if (until != null) {
      document.put("validUntil", until.toString());
    }
    document.put("name", "Lighthouse Keeping");
    document.put("credentialSubject", subject);
    return (JsonObject) JsonValue.from(document);
  }

  private String sealed(JsonObject document) {
    return Json.write(
        DataIntegrity.sign(
            document,
            key,
            ProofOptions.assertion(
                Cryptosuite.EDDSA_RDFC_2022,
                DidKey.verificationMethod(key.publicKey()),
                Instant.parse(FROM))));
  }
}
