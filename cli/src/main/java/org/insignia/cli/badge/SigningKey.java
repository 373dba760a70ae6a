package org.insignia.cli.badge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.PublicKey;

/**
 * A key in a file: what {@code keygen} writes, a verification method with {@code secretKeyJwk}
 * (older: {@code privateKeyJwk}), or a bare private JWK.
 *
 * @param verificationMethod under which verifiers find it
 */
record SigningKey(KeyPair pair, String verificationMethod) {

  static SigningKey read(String file) {
    JsonObject document = LocalFiles.object(file);
    JsonObject secret = document.object("secretKeyJwk");
    if (secret == null) secret = document.object("privateKeyJwk");
    KeyPair pair = Jwk.readPrivate(secret == null ? document : secret);
    String id = secret == null ? null : document.string("id");
    return new SigningKey(pair, id != null ? id : DidKey.verificationMethod(pair.publicKey()));
  }

  /** The file that {@link #read} reads. */
  static JsonObject write(KeyPair pair) {
    PublicKey key = pair.publicKey();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", DidKey.verificationMethod(key));
    members.put("type", "Multikey");
    members.put("controller", DidKey.did(key));
    members.put("publicKeyMultibase", key.multibase());
    members.put("privateKeyJwk", Jwk.writePrivate(pair));
    return (JsonObject) JsonValue.from(members);
  }
}
