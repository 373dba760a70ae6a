package org.insignia.openbadges.ob2;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.PublicKey;

/**
 * The JWS of a signed badge.
 *
 * @param message what was signed
 */
record SignedAssertion(JsonObject header, JsonObject payload, Bytes message, Bytes signature) {

  static SignedAssertion read(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      throw new MalformedCredential("", "not a JWS of three parts");
    }
    return new SignedAssertion(
        object(parts[0], "header"),
        object(parts[1], "payload"),
        Bytes.utf8(parts[0] + "." + parts[1]),
        Multibase.decode("u" + parts[2]));
  }

  /** RS256 only: OB 2.0 knows no other, and the token must not choose. */
  boolean verifies(PublicKey key) {
    return JsonValue.of("RS256").equals(header.get("alg"))
        && header.get("crit") == null
        && key.verifies(message, signature);
  }

  private static JsonObject object(String part, String what) {
    if (Json.parse(Multibase.decode("u" + part)) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedCredential("", "the " + what + " is not an object");
  }
}
