package org.insignia.openbadges.proof;

import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.PublicKey;

/**
 * A proof before its value, hashed. It depends on the options and the context of the document
 * alone: keep it to sign many documents of the same second.
 */
public final class ProofConfig {
  private final JsonObject proof;
  private final Digests digests;
  private final Bytes hash;

  private ProofConfig(JsonObject proof, Digests digests, Bytes hash) {
    this.proof = proof;
    this.digests = digests;
    this.hash = hash;
  }

  /**
   * @param context the {@code @context} of the document to be signed
   * @param key the key that will sign; its kind decides the hash
   */
  public static ProofConfig of(JsonValue context, PublicKey key, ProofOptions options) {
    JsonObject proof = members(options);
    Digests digests = Digests.of(key);
    var canonical = new CanonicalForm(options.suite().form(), options.contexts());
    if (options.suite().form() == Cryptosuite.Form.JCS) proof = proof.with("@context", context);
    Bytes hash = canonical.hash(proof.with("@context", context), digests);
    return new ProofConfig(proof, digests, hash);
  }

  private static JsonObject members(ProofOptions options) {
    var proof = new LinkedHashMap<String, JsonValue>();
    if (options.id() != null) proof.put("id", JsonValue.of(options.id()));
    proof.put("type", JsonValue.of("DataIntegrityProof"));
    proof.put("cryptosuite", JsonValue.of(options.suite().id()));
    proof.put("created", JsonValue.of(options.created().toString()));
    if (options.expires() != null) {
      proof.put("expires", JsonValue.of(options.expires().toString()));
    }
    proof.put("verificationMethod", JsonValue.of(options.verificationMethod()));
    proof.put("proofPurpose", JsonValue.of(options.purpose()));
    if (options.domain() != null) proof.put("domain", JsonValue.of(options.domain()));
    if (options.challenge() != null) proof.put("challenge", JsonValue.of(options.challenge()));
    List<String> previous = options.previousProof();
    if (!previous.isEmpty()) {
      proof.put(
          "previousProof",
          previous.size() == 1 ? JsonValue.of(previous.getFirst()) : JsonValue.from(previous));
    }
    return new JsonObject(proof);
  }

  /** The hash of the canonical proof configuration: the first half of what is signed. */
  public Bytes hash() {
    return hash;
  }

  /** What the key signs. */
  public Bytes message(Bytes canonicalDocument) {
    return Digests.join(hash, digests.hash(canonicalDocument));
  }

  /**
   * What the key signs.
   *
   * @param documentHash by {@link #digest()}, of the canonical document
   */
  public Bytes messageOfHash(Bytes documentHash) {
    return Digests.join(hash, documentHash);
  }

  /** The hash of the suite and key. */
  public MessageDigest digest() {
    return digests.digest();
  }

  /** The proof with the value of this signature. */
  public JsonObject complete(Bytes signature) {
    return withValue(Multibase.base58btc(signature));
  }

  JsonObject withValue(String proofValue) {
    return proof.with("proofValue", JsonValue.of(proofValue));
  }
}
