package org.insignia.openbadges.jose;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Base64Url;

/**
 * A JWS in compact serialisation (RFC 7515): three parts of base64url, two of them JSON objects.
 *
 * @param signed the text that was signed: the first two parts with the dot between
 */
record CompactJws(JsonObject header, JsonObject payload, Bytes signed, Bytes signature) {
  private static final int LONGEST = 256 * 1024;

  /**
   * @throws MalformedCredential for anything that is not exactly that
   */
  static CompactJws read(String text) {
    if (text.length() > LONGEST) {
      throw new MalformedCredential("", "a token of " + text.length() + " characters");
    }
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      throw new MalformedCredential("", "a token has three parts");
    }
    return new CompactJws(
        object(text.substring(0, first), "header"),
        object(text.substring(first + 1, second), "payload"),
        Bytes.utf8(text.substring(0, second)),
        Base64Url.decode(text.substring(second + 1)));
  }

  private static JsonObject object(String part, String name) {
    try {
      return Json.parseObject(Base64Url.decode(part));
    } catch (MalformedCredential e) {
      throw new MalformedCredential("", name + " of the token: " + e.getMessage());
    }
  }
}
