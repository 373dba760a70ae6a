package org.insignia.openbadges.key;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * The DID that is a JWK in base64url; its verification method is {@code #0}.
 *
 * @see <a href="https://github.com/quartzjer/did-jwk/blob/main/spec.md">did:jwk</a>
 */
public final class DidJwk {
  private static final String PREFIX = "did:jwk:";

  /** An RSA key of 8,192 bits takes about 2,000 characters. */
  private static final int LONGEST = 4_096;

  private DidJwk() {}

  /** The DID of a key. */
  public static String did(PublicKey key) {
    return PREFIX + Base64Url.encode(Bytes.utf8(Json.write(key.jwk())));
  }

  /**
   * The key in a DID.
   *
   * @throws MalformedCredential where it is no did:jwk or holds no sound public key
   */
  public static PublicKey key(String did) {
    if (!did.startsWith(PREFIX) || did.length() > LONGEST) {
      throw new MalformedCredential("", "not a did:jwk");
    }
    Bytes json = Base64Url.decode(did.substring(PREFIX.length()));
    if (Json.parse(json) instanceof JsonObject jwk) return Jwk.read(jwk);
    throw new MalformedCredential("", "did:jwk does not hold a JSON object");
  }
}
