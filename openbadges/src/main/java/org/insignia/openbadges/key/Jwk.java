package org.insignia.openbadges.key;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/** Public keys as JSON Web Keys (RFC 7517, RFC 7518, RFC 8037). */
public final class Jwk {
  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  private Jwk() {}

  /**
   * Reads a public JWK.
   *
   * @throws MalformedCredential with a pointer to the member that is missing or wrong, also where a
   *     private part is there: a leaked key proves nothing
   */
  public static PublicKey read(JsonObject jwk) {
    for (String member : PRIVATE) {
      if (jwk.get(member) != null) {
        throw new MalformedCredential("/" + member, "a private part in a public key");
      }
    }
    PublicKey key = readIgnoringPrivateParts(jwk);
    meantForSignatures(jwk, key, "verify");
    return key;
  }

  /** What the key says of its own use; one made for encryption or another algorithm is refused. */
  private static void meantForSignatures(JsonObject jwk, PublicKey key, String operation) {
    if (jwk.get("use") != null && !"sig".equals(jwk.string("use"))) {
      throw new MalformedCredential("/use", "not for signatures");
    }
    if (jwk.get("key_ops") != null && !jwk.list("key_ops").contains(JsonValue.of(operation))) {
      throw new MalformedCredential("/key_ops", "not to " + operation);
    }
    Set<String> algorithms =
        switch (key) {
          case PublicKey.Ed25519 k -> Set.of("EdDSA", "Ed25519");
          case PublicKey.P256 k -> Set.of("ES256");
          case PublicKey.P384 k -> Set.of("ES384");
          case PublicKey.P521 k -> Set.of("ES512");
          case PublicKey.Rsa k -> Set.of("RS256");
        };
    if (jwk.get("alg") != null && !algorithms.contains(String.valueOf(jwk.string("alg")))) {
      throw new MalformedCredential("/alg", "not an algorithm of this key");
    }
  }

  /**
   * Reads a private JWK into a pair.
   *
   * @throws MalformedCredential where {@code d} is missing or does not belong to the public part
   */
  public static KeyPair readPrivate(JsonObject jwk) {
    PublicKey publicKey = readIgnoringPrivateParts(jwk);
    KeyPair pair =
        switch (publicKey) {
          case PublicKey.Ed25519 k -> KeyPair.ed25519(bytes(jwk, "d"));
          case PublicKey.P256 k -> KeyPair.p256(bytes(jwk, "d"));
          case PublicKey.P384 k -> KeyPair.p384(bytes(jwk, "d"));
          case PublicKey.P521 k -> KeyPair.p521(bytes(jwk, "d"));
          case PublicKey.Rsa k -> RsaKeyPair.of(RsaKeyPair.pkcs8(k, name -> number(jwk, name)));
        };
    if (!pair.publicKey().equals(publicKey)) {
      throw new MalformedCredential("/d", "does not belong to the public part");
    }
    meantForSignatures(jwk, publicKey, "sign");
    return pair;
  }

  /** The private JWK that {@link #readPrivate} reads: who has it can sign. */
  public static JsonObject writePrivate(KeyPair pair) {
    JsonObject jwk = write(pair.publicKey());
    if (!(pair instanceof RsaKeyPair rsa)) return jwk.with("d", JsonValue.of(text(pair.secret())));
    for (Map.Entry<String, BigInteger> part : rsa.parts().entrySet()) {
      jwk = jwk.with(part.getKey(), JsonValue.of(unsigned(part.getValue())));
    }
    return jwk;
  }

  private static PublicKey readIgnoringPrivateParts(JsonObject jwk) {
    String kty = jwk.string("kty");
    String crv = jwk.string("crv");
    if ("OKP".equals(kty) && "Ed25519".equals(crv)) return new PublicKey.Ed25519(bytes(jwk, "x"));
    if ("EC".equals(kty) && "P-256".equals(crv)) {
      return new PublicKey.P256(PrimeCurve.P256.compress(bytes(jwk, "x"), bytes(jwk, "y")));
    }
    if ("EC".equals(kty) && "P-384".equals(crv)) {
      return new PublicKey.P384(PrimeCurve.P384.compress(bytes(jwk, "x"), bytes(jwk, "y")));
    }
    if ("EC".equals(kty) && "P-521".equals(crv)) {
      return new PublicKey.P521(PrimeCurve.P521.compress(bytes(jwk, "x"), bytes(jwk, "y")));
    }
    if ("RSA".equals(kty)) return new PublicKey.Rsa(number(jwk, "n"), number(jwk, "e"));
    throw new MalformedCredential("/kty", "not a kind of key that signs credentials");
  }

  static JsonObject write(PublicKey key) {
    return switch (key) {
      case PublicKey.Ed25519 k -> members("OKP", Map.of("crv", "Ed25519", "x", text(k.raw())));
      case PublicKey.P256 k -> curve(PrimeCurve.P256, k.compressed());
      case PublicKey.P384 k -> curve(PrimeCurve.P384, k.compressed());
      case PublicKey.P521 k -> curve(PrimeCurve.P521, k.compressed());
      case PublicKey.Rsa k ->
          members("RSA", Map.of("n", unsigned(k.modulus()), "e", unsigned(k.exponent())));
    };
  }

  private static JsonObject curve(PrimeCurve curve, Bytes compressed) {
    Bytes[] xy = curve.coordinates(compressed);
    return members("EC", Map.of("crv", curve.crv, "x", text(xy[0]), "y", text(xy[1])));
  }

  private static JsonObject members(String kty, Map<String, String> rest) {
    var members = new LinkedHashMap<String, JsonValue>();
    members.put("kty", JsonValue.of(kty));
    for (String name : List.of("crv", "n", "e", "x", "y")) {
      String value = rest.get(name);
      if (value != null) members.put(name, JsonValue.of(value));
    }
    return new JsonObject(members);
  }

  private static String text(Bytes bytes) {
    return Base64Url.encode(bytes);
  }

  private static String unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return text(
        Bytes.wrap(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes));
  }

  private static Bytes bytes(JsonObject jwk, String member) {
    String text = jwk.string(member);
    if (text == null) throw new MalformedCredential("/" + member, "missing");
    try {
      return Base64Url.decode(text);
    } catch (MalformedCredential e) {
      throw new MalformedCredential("/" + member, "not base64url");
    }
  }

  private static BigInteger number(JsonObject jwk, String member) {
    Bytes bytes = bytes(jwk, member);
    if (bytes.size() > 1024) throw new MalformedCredential("/" + member, "over 8,192 bits");
    return new BigInteger(1, bytes.view());
  }
}
