package org.insignia.openbadges.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Base64Url;
import org.jspecify.annotations.Nullable;

/**
 * One claim that can be shown or kept back.
 *
 * @param text as it stands in the SD-JWT
 * @param name null for an element of an array
 */
record Disclosure(String text, @Nullable String name, JsonValue value) {

  static Disclosure read(String text) {
    if (Json.parse(Base64Url.decode(text)) instanceof JsonArray array) {
      List<JsonValue> parts = array.elements();
      if (parts.size() == 2 && parts.get(0) instanceof JsonString) {
        return new Disclosure(text, null, parts.get(1));
      }
      if (parts.size() == 3
          && parts.get(0) instanceof JsonString
          && parts.get(1) instanceof JsonString name) {
        return new Disclosure(text, name.value(), parts.get(2));
      }
    }
    throw new MalformedCredential("", "a disclosure is an array of salt, name and value");
  }

  /**
   * @param salt 128 bits that nobody can guess: they keep the digest from giving the value away
   */
  static Disclosure of(Bytes salt, @Nullable String name, JsonValue value) {
    var parts = new ArrayList<JsonValue>();
    parts.add(JsonValue.of(Base64Url.encode(salt)));
    if (name != null) parts.add(JsonValue.of(name));
    parts.add(value);
    String json = Json.write(new JsonArray(parts));
    return new Disclosure(Base64Url.encode(Bytes.utf8(json)), name, value);
  }

  String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Bytes.utf8(text).view());
      return Base64Url.encode(Bytes.wrap(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
