package org.insignia.server.api.wallet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.jspecify.annotations.Nullable;

/** A wallet's proofs, made as wanted; a null value takes a member away. */
final class Proofs {
  private final KeyPair key;
  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();

  private Proofs(KeyPair key) {
    this.key = key;
  }

  /** A good one. */
  static Proofs of(KeyPair key, String algorithm, String audience, String nonce, Instant now) {
    return new Proofs(key)
        .header("typ", "openid4vci-proof+jwt")
        .header("alg", algorithm)
        .header("kid", DidKey.verificationMethod(key.publicKey()))
        .claim("aud", audience)
        .claim("iat", now.getEpochSecond())
        .claim("nonce", nonce);
  }

  Proofs header(String name, @Nullable Object value) {
    return put(header, name, value);
  }

  Proofs claim(String name, @Nullable Object value) {
    return put(claims, name, value);
  }

  private Proofs put(Map<String, Object> into, String name, @Nullable Object value) {
    if (value == null) {
      into.remove(name);
    } else {
      into.put(name, value);
    }
    return this;
  }

  String jwt() {
    String signed = part(header) + "." + part(claims);
    return signed + "." + Base64Url.encode(key.sign(Bytes.utf8(signed)));
  }

  private static String part(Map<String, Object> members) {
    return Base64Url.encode(Bytes.utf8(Json.write(JsonValue.from(members))));
  }
}
