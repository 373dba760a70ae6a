package org.insignia.openbadges.fuzz;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.proof.SelectiveDisclosure;
import org.insignia.openbadges.rdf.Contexts;

/**
 * Badges signed in every way, for targets that judge signatures; the same in every run, so that
 * what a run leaves behind means the same to the next.
 */
final class SignedSeeds {
  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  static final KeyPair EDWARDS = KeyPair.ed25519(filled(32, 0));
  static final KeyPair PRIME = KeyPair.p256(filled(32, 7));

  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private SignedSeeds() {}

  /** An unsigned badge of the issuer whose key this is. */
  static JsonObject badge(KeyPair key) {
    return Json.parseObject(
        Bytes.utf8(
            """
            {"@context":["https://www.w3.org/ns/credentials/v2",
                         "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id":"urn:uuid:1","type":["VerifiableCredential","OpenBadgeCredential"],
             "name":"Welding","issuer":{"id":"%s","type":["Profile"],"name":"Guild"},
             "validFrom":"2026-01-01T00:00:00Z",
             "credentialSubject":{"id":"did:example:a","type":["AchievementSubject"],
               "achievement":{"id":"urn:uuid:2","type":["Achievement"],"name":"Welding",
                 "description":"Welds.","criteria":{"narrative":"Weld."}}}}
            """
                .formatted(DidKey.did(key.publicKey()))));
  }

  static JsonObject signed(JsonObject document, Cryptosuite suite, KeyPair key) {
    return DataIntegrity.sign(document, key, options(suite, key));
  }

  /** With Data Integrity proofs: one of each suite, one with two proofs, and parts of one. */
  static List<JsonObject> documents() {
    JsonObject edwards = badge(EDWARDS);
    JsonObject prime = badge(PRIME);
    JsonObject first = signed(edwards, Cryptosuite.EDDSA_RDFC_2022, EDWARDS);
    JsonObject base =
        SelectiveDisclosure.sign(prime, PRIME, options(Cryptosuite.ECDSA_SD_2023, PRIME), random());
    return List.of(
        first,
        signed(edwards, Cryptosuite.EDDSA_JCS_2022, EDWARDS),
        signed(prime, Cryptosuite.ECDSA_RDFC_2019, PRIME),
        signed(prime, Cryptosuite.ECDSA_JCS_2019, PRIME),
        signed(first, Cryptosuite.EDDSA_JCS_2022, EDWARDS),
        SelectiveDisclosure.derive(base, List.of("/credentialSubject"), Contexts.bundled()));
  }

  /** As JWT and SD-JWT. */
  static List<String> tokens() {
    JsonObject badge = badge(EDWARDS);
    List<JsonPointer> name = List.of(JsonPointer.parse("/name"));
    EnvelopeSigner named = signer(EDWARDS);
    String selective = named.credentialSdJwt(badge, name, random());
    return List.of(
        named.openBadge(badge),
        named.credentialJwt(badge),
        signer(PRIME).openBadge(badge(PRIME)),
        new EnvelopeSigner(EDWARDS, null).openBadge(badge),
        selective,
        selective.substring(0, selective.indexOf('~') + 1));
  }

  /** As COSE. */
  static Bytes cose() {
    return signer(EDWARDS).credentialCose(badge(EDWARDS));
  }

  static Bytes text(JsonValue document) {
    return Bytes.utf8(Json.write(document));
  }

  private static Bytes filled(int size, int value) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) value);
    return Bytes.wrap(bytes);
  }

  private static SecureRandom random() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(1);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA1PRNG", e);
    }
  }

  private static EnvelopeSigner signer(KeyPair key) {
    return new EnvelopeSigner(key, DidKey.verificationMethod(key.publicKey()));
  }

  private static ProofOptions options(Cryptosuite suite, KeyPair key) {
    return ProofOptions.assertion(suite, DidKey.verificationMethod(key.publicKey()), CREATED);
  }
}
