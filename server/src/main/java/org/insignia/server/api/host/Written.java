package org.insignia.server.api.host;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A credential as it is written, JSON or a compact JWS, to be looked into; nothing is verified.
 *
 * @param json what it says: the payload of a JWS
 * @param isJws whether it is one
 */
record Written(JsonObject json, boolean isJws) {
  private static final JsonValue CLR = new JsonString("ClrCredential");

  /**
   * @throws MalformedCredential if it is neither
   */
  static Written read(String text) {
    var bare = text.strip();
    return bare.startsWith("{")
        ? new Written(object(bare), false)
        : new Written(object(payload(bare)), true);
  }

  private static JsonObject object(String json) {
    if (Json.parse(json) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedCredential("", "no object");
  }

  private static String payload(String jws) {
    var parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      throw new MalformedCredential("", "no compact JWS");
    }
    try {
      return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedCredential("", "no compact JWS");
    }
  }

  /** The credential itself, which a JWT of the older data model wraps. */
  JsonObject credential() {
    return json.get("vc") instanceof JsonObject inner ? inner : json;
  }

  /** Whether it is of Open Badges 2.0. */
  boolean isAssertion() {
    return json.get("badge") != null;
  }

  /** Whether it is a learner record (CLR 2.0 #clrcredential), and no badge. */
  boolean isRecord() {
    return credential().list("type").contains(CLR);
  }
}
