package org.insignia.server.api.idempotency;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/**
 * What a request was answered.
 *
 * @param contentType empty where there is no body
 * @param location empty where nothing was made
 */
public record KeptAnswer(int status, String contentType, String location, String body) {
  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", contentType);
    members.put("location", location);
    members.put("body", body);
    return Json.write(JsonValue.from(members));
  }

  static KeptAnswer of(int status, String json) {
    var members = (JsonObject) Json.parse(json);
    return new KeptAnswer(
        status, text(members, "type"), text(members, "location"), text(members, "body"));
  }

  private static String text(JsonObject members, String name) {
    var text = members.string(name);
    return text == null ? "" : text;
  }
}
