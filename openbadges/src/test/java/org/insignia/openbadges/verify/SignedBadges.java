package org.insignia.openbadges.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;

/** Badges, records and presentations for the tests of single steps. */
final class SignedBadges {
  static final KeyPair KEY = KeyPair.ed25519(Bytes.wrap(new byte[32]));
  static final KeyPair OTHER = KeyPair.ed25519(Bytes.wrap(filled(7)));
  static final String ISSUER = DidKey.did(KEY.publicKey());
  static final String STRANGER = DidKey.did(OTHER.publicKey());

  private SignedBadges() {}

  static JsonObject badge() {
    return VerifierTest.badge();
  }

  /** A record with these credentials in it. */
  static JsonObject record(JsonValue... inside) {
    List<JsonValue> contexts = new ArrayList<>(badge().list("@context"));
    contexts.add(1, JsonValue.of("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"));
    return badge()
        .with("@context", new JsonArray(contexts))
        .with("type", JsonValue.from(List.of("VerifiableCredential", "ClrCredential")))
        .with(
            "credentialSubject",
            JsonValue.from(
                Map.of(
                    "id",
                    "did:example:earner",
                    "type",
                    List.of("ClrSubject"),
                    "verifiableCredential",
                    List.of(inside))));
  }

  /** An unsigned presentation of these. */
  static JsonObject presentation(JsonValue... inside) {
    return (JsonObject)
        JsonValue.from(
            Map.of(
                "@context", List.of("https://www.w3.org/ns/credentials/v2"),
                "type", List.of("VerifiablePresentation"),
                "verifiableCredential", List.of(inside)));
  }

  static JsonObject signed(JsonObject document) {
    return signed(document, KEY);
  }

  static JsonObject signed(JsonObject document, KeyPair key) {
    String method = DidKey.verificationMethod(key.publicKey());
    return DataIntegrity.sign(
        document, key, ProofOptions.assertion(Cryptosuite.EDDSA_RDFC_2022, method, Verdicts.NOW));
  }

  static JsonObject forged(JsonObject document) {
    return signed(document).with("name", JsonValue.of("Forged"));
  }

  static JsonObject expired() {
    return badge().with("validUntil", JsonValue.of("2026-06-01T00:00:00Z"));
  }

  static JsonObject future() {
    return badge().with("validFrom", JsonValue.of("2026-12-01T00:00:00Z"));
  }

  static Bytes bytes(JsonValue document) {
    return Bytes.utf8(Json.write(document));
  }

  static Report verify(JsonValue document) {
    return Verdicts.offline(bytes(document), Set.of(ISSUER));
  }

  static Report online(JsonValue document, Map<String, Bytes> world) {
    return Verdicts.online(bytes(document), Set.of(ISSUER), world);
  }

  /** What was found, as {@code step outcome code}. */
  static List<String> outcomes(Report report) {
    return findings(report)
        .map(f -> text(f, "step") + " " + text(f, "outcome") + " " + text(f, "code"))
        .toList();
  }

  /** What was found in one step, as {@code outcome code: detail}. */
  static List<String> of(Step step, Report report) {
    return findings(report)
        .filter(f -> step.text().equals(f.string("step")))
        .map(f -> text(f, "outcome") + " " + text(f, "code") + ": " + text(f, "detail"))
        .toList();
  }

  private static Stream<JsonObject> findings(Report report) {
    return report.toJson().list("findings").stream().map(JsonObject.class::cast);
  }

  private static String text(JsonObject finding, String member) {
    return ((JsonString) Objects.requireNonNull(finding.get(member))).value();
  }

  private static byte[] filled(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
