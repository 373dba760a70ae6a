package org.insignia.server.api.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.DidJwk;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.server.api.wallet.WalletRefusal.Code;
import org.jspecify.annotations.Nullable;

/**
 * A wallet's word, signed, that it has a key: to whom the credential is bound. The algorithm is
 * that of the key, whatever the token says.
 *
 * @param holder the DID of the key: as the wallet named it, or did:jwk for a bare key
 * @param nonce that the wallet was given for this
 * @param program by whom it says it is made, {@code iss}; null where it says nothing
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#name-jwt-proof-type">OpenID4VCI
 *     1.0</a>
 */
record HolderProof(String holder, String nonce, @Nullable String program) {
  private static final String TYPE = "openid4vci-proof+jwt";

  /** The same, in the long form that RFC 7515 #section-4.1.9 knows. */
  private static final String LONG_TYPE = "application/" + TYPE;

  private static final int LONGEST = 8 * 1024;
  private static final Duration OLDEST = Duration.ofMinutes(5);
  private static final Duration FAST_CLOCKS = Duration.ofMinutes(1);
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid", "jwk");

  /**
   * Reads and checks a proof; whether its nonce is one of ours is not looked at here.
   *
   * @param audience the identifier of the credential issuer
   * @throws WalletRefusal where anything is wrong with it
   */
  static HolderProof check(String jwt, String audience, Instant now) {
    try {
      return checked(jwt, audience, now);
    } catch (MalformedCredential e) {
      throw refusal("the proof cannot be read: " + e.getMessage());
    }
  }

  private static HolderProof checked(String jwt, String audience, Instant now) {
    String[] parts = jwt.length() > LONGEST ? new String[0] : jwt.split("\\.", -1);
    if (parts.length != 3) {
      throw refusal("a JWT has three parts and at most " + LONGEST + " characters");
    }
    JsonObject header = Json.parseObject(Base64Url.decode(parts[0]));
    JsonObject claims = Json.parseObject(Base64Url.decode(parts[1]));
    Key key = key(header);
    if (!algorithms(key.key()).contains(String.valueOf(header.string("alg")))) {
      throw refusal("alg is not that of the key: " + String.join(" or ", algorithms(key.key())));
    }
    Bytes signed = Bytes.utf8(parts[0] + "." + parts[1]);
    if (!key.key().verifies(signed, Base64Url.decode(parts[2]))) {
      throw refusal("the proof is not signed by the key it names");
    }
    return new HolderProof(key.did(), nonce(claims, audience, now), program(claims));
  }

  private record Key(String did, PublicKey key) {}

  private static Key key(JsonObject header) {
    String type = header.string("typ");
    if (!TYPE.equals(type) && !LONG_TYPE.equals(type)) {
      throw refusal("typ has to be " + TYPE);
    }
    if (!HEADER.containsAll(header.members().keySet())) {
      throw refusal("the header has other members than " + HEADER.stream().sorted().toList());
    }
    JsonValue kid = header.get("kid");
    JsonValue jwk = header.get("jwk");
    if ((kid == null) == (jwk == null)) {
      throw refusal("the header names the key by either kid or jwk");
    }
    Key key = jwk instanceof JsonObject bare ? bare(bare) : named(kid);
    if (algorithms(key.key()).isEmpty()) {
      throw refusal("the key has to be Ed25519 or P-256");
    }
    return key;
  }

  private static Key bare(JsonObject jwk) {
    PublicKey key = Jwk.read(jwk);
    return new Key(DidJwk.did(key), key);
  }

  private static Key named(@Nullable JsonValue kid) {
    String url = kid instanceof JsonString text ? text.value() : "";
    int hash = url.indexOf('#');
    String did = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash + 1);
    if (did.startsWith("did:key:")) {
      PublicKey key = DidKey.key(did);
      if (hash >= 0 && !fragment.equals(key.multibase())) {
        throw refusal("kid names another key than its DID");
      }
      return new Key(DidKey.did(key), key);
    }
    if (did.startsWith("did:jwk:")) {
      if (hash >= 0 && !fragment.equals("0")) {
        throw refusal("the key of a did:jwk is #0");
      }
      PublicKey key = DidJwk.key(did);
      return new Key(did.length() > 500 ? DidJwk.did(key) : did, key);
    }
    throw refusal("kid has to be a did:key or a did:jwk");
  }

  private static List<String> algorithms(PublicKey key) {
    return switch (key) {
      case PublicKey.Ed25519 k -> List.of("EdDSA", "Ed25519");
      case PublicKey.P256 k -> List.of("ES256");
      case PublicKey.P384 k -> List.of();
      case PublicKey.P521 k -> List.of();
      case PublicKey.Rsa k -> List.of();
    };
  }

  private static String nonce(JsonObject claims, String audience, Instant now) {
    if (!audience.equals(claims.string("aud"))) {
      throw refusal("aud has to be " + audience);
    }
    if (!(claims.get("iat") instanceof JsonNumber number)) {
      throw refusal("iat is missing");
    }
    double made = number.doubleValue();
    if (made < now.minus(OLDEST).getEpochSecond()
        || made > now.plus(FAST_CLOCKS).getEpochSecond()) {
      throw refusal("iat has to be now, give or take; it is " + (long) made);
    }
    boolean ended =
        Stream.of("exp")
            .map(claims::get)
            .anyMatch(
                end -> end instanceof JsonNumber n && n.doubleValue() <= now.getEpochSecond());
    if (ended) {
      throw refusal("the proof has expired");
    }
    String nonce = claims.string("nonce");
    if (nonce == null) {
      throw refusal("nonce is missing; ask the nonce endpoint for one");
    }
    return nonce;
  }

  private static @Nullable String program(JsonObject claims) {
    return switch (claims.get("iss")) {
      case null -> null;
      case JsonString(String text) -> text;
      case JsonValue other -> throw refusal("iss has to be text");
    };
  }

  private static WalletRefusal refusal(String why) {
    return new WalletRefusal(Code.INVALID_PROOF, why);
  }
}
