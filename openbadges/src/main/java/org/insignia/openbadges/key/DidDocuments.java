package org.insignia.openbadges.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/**
 * Writes DID documents.
 *
 * @see <a href="https://www.w3.org/TR/2022/REC-did-core-20220719/">Decentralized Identifiers
 *     1.0</a>
 */
public final class DidDocuments {
  private DidDocuments() {}

  /** The document that a did:key stands for. */
  public static JsonObject forKey(PublicKey key) {
    var keys = new LinkedHashMap<String, PublicKey>();
    keys.put(key.multibase(), key);
    String did = DidKey.did(key);
    JsonObject document = document(did, keys);
    for (String relationship : List.of("capabilityDelegation", "capabilityInvocation")) {
      document =
          document.with(relationship, JsonValue.from(List.of(DidKey.verificationMethod(key))));
    }
    return document;
  }

  /**
   * A document that offers these keys for assertions and authentication.
   *
   * @param keys by fragment, without the hash sign; retired keys belong here too, as long as what
   *     they signed shall verify
   */
  public static JsonObject document(String did, SequencedMap<String, PublicKey> keys) {
    var methods = new ArrayList<JsonValue>();
    var ids = new ArrayList<JsonValue>();
    boolean rsa = false;
    for (Map.Entry<String, PublicKey> entry : keys.entrySet()) {
      String id = did + "#" + entry.getKey();
      ids.add(JsonValue.of(id));
      methods.add(method(id, did, entry.getValue()));
      rsa |= entry.getValue() instanceof PublicKey.Rsa;
    }
    var contexts = new ArrayList<>(List.of("https://www.w3.org/ns/did/v1"));
    contexts.add("https://w3id.org/security/multikey/v1");
    if (rsa) contexts.add("https://w3id.org/security/jwk/v1");
    var document = new LinkedHashMap<String, JsonValue>();
    document.put("@context", JsonValue.from(contexts));
    document.put("id", JsonValue.of(did));
    document.put("verificationMethod", new JsonArray(methods));
    document.put("authentication", new JsonArray(ids));
    document.put("assertionMethod", new JsonArray(ids));
    return new JsonObject(document);
  }

  private static JsonObject method(String id, String did, PublicKey key) {
    var method = new LinkedHashMap<String, JsonValue>();
    method.put("id", JsonValue.of(id));
    // Multikey has no place for RSA.
    boolean rsa = key instanceof PublicKey.Rsa;
    method.put("type", JsonValue.of(rsa ? "JsonWebKey" : "Multikey"));
    method.put("controller", JsonValue.of(did));
    if (rsa) {
      method.put("publicKeyJwk", key.jwk());
    } else {
      method.put("publicKeyMultibase", JsonValue.of(key.multibase()));
    }
    return new JsonObject(method);
  }
}
