package org.insignia.server.api.vcapi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.insignia.openbadges.datamodel.CredentialModel;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.SelectiveDisclosure;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.JsonLd;
import org.jspecify.annotations.Nullable;

/** An issuer for tests: a key made at the start of the server, and one way to use it. */
public final class Instance {
  private static final JsonValue VERSION_1 = JsonValue.of("https://www.w3.org/2018/credentials/v1");
  private static final JsonValue PROOF_TERMS =
      JsonValue.of("https://w3id.org/security/data-integrity/v2");
  private static final int MOST_POINTERS = 100;

  private final String name;
  private final Securing securing;
  private final KeyPair key;
  private final @Nullable StatusPositions positions;
  private final Clock clock;

  Instance(
      String name,
      Securing securing,
      KeyPair key,
      @Nullable StatusPositions positions,
      Clock clock) {
    this.name = name;
    this.securing = securing;
    this.key = key;
    this.positions = positions;
    this.clock = clock;
  }

  /** The part of the path that stands for it. */
  public String name() {
    return name;
  }

  /** The cryptosuite, or {@code vc-jose-cose}. */
  public String securing() {
    return securing.id();
  }

  /** The one issuer it signs for: a did:key. */
  public String did() {
    return DidKey.did(key.publicKey());
  }

  /** Curve of the key: Ed25519, P-256 or P-384. */
  public String curve() {
    return key.publicKey().jwk().string("crv") instanceof String curve ? curve : "";
  }

  /** Whether what it issues can be looked up in a status list. */
  public boolean hasStatus() {
    return positions != null;
  }

  /**
   * Signs a credential whose issuer is this instance.
   *
   * @param mandatoryPointers ecdsa-sd-2023 only: what the holder must always show
   * @throws MalformedCredential where it is no sound credential, is signed already or names another
   *     issuer
   */
  public JsonObject issue(JsonObject credential, List<String> mandatoryPointers) {
    if (mandatoryPointers.size() > MOST_POINTERS) {
      throw new MalformedCredential(
          "/options/mandatoryPointers", mandatoryPointers.size() + " pointers");
    }
    if (credential.get("proof") != null) {
      throw new MalformedCredential("/proof", "signed already");
    }
    refuseUnsound(credential);
    requireOwn(credential);
    var whole = withStatus(withProofTerms(credential));
    // Also where the signature covers the JSON itself: whoever reads it as JSON-LD must see as
    // much.
    JsonLd.toDataset(whole, Contexts.conformance());
    return securing.secure(whole, key, clock.instant(), mandatoryPointers);
  }

  /** Signs the list that its credentials point at, which has no status of its own. */
  JsonObject issueStatusList(JsonObject list) {
    return securing.secure(list, key, clock.instant(), List.of());
  }

  /**
   * The part of a credential that its holder wants to show.
   *
   * @throws MalformedCredential where it has no base proof or the pointers do not fit
   */
  public JsonObject derive(JsonObject credential, List<String> selectivePointers) {
    if (selectivePointers.size() > MOST_POINTERS) {
      throw new MalformedCredential(
          "/options/selectivePointers", selectivePointers.size() + " pointers");
    }
    return SelectiveDisclosure.derive(credential, selectivePointers, Contexts.conformance());
  }

  private static void refuseUnsound(JsonObject credential) {
    var problems = CredentialModel.problems(credential, Contexts.conformance());
    if (!problems.isEmpty()) {
      throw new MalformedCredential(
          "",
          problems.stream()
              .limit(5)
              .map(MalformedCredential::getMessage)
              .collect(Collectors.joining("; ")));
    }
  }

  /** A throw-away key must not be seen to sign for anybody but itself. */
  private void requireOwn(JsonObject credential) {
    var object = credential.object("issuer");
    var issuer = object == null ? credential.string("issuer") : object.string("id");
    if (!did().equals(issuer)) {
      throw new MalformedCredential("/issuer", "this instance signs for " + did() + " only");
    }
  }

  /** The first data model has no words for such proofs; the standard wants them added. */
  private static JsonObject withProofTerms(JsonObject credential) {
    var contexts = new ArrayList<>(credential.list("@context"));
    if (!contexts.getFirst().equals(VERSION_1) || contexts.contains(PROOF_TERMS)) {
      return credential;
    }
    contexts.add(PROOF_TERMS);
    return credential.with("@context", JsonValue.from(contexts));
  }

  private JsonObject withStatus(JsonObject credential) {
    return positions == null || credential.get("credentialStatus") != null
        ? credential
        : credential.with("credentialStatus", positions.next().toJson());
  }
}
