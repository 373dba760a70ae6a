package org.insignia.server.api.vcapi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.verification.Verification;
import org.jspecify.annotations.Nullable;

/** The body of a request: a document and {@code options}. */
record Asked(JsonObject body) {

  /**
   * @throws UnreadableRequest for what is no JSON object of up to 2 MiB
   */
  static Asked read(HttpServletRequest request) {
    try {
      var bytes = request.getInputStream().readNBytes(Verification.MOST_BYTES + 1);
      if (bytes.length > Verification.MOST_BYTES) {
        throw new UnreadableRequest("larger than " + Verification.MOST_BYTES + " bytes");
      }
      return new Asked(Json.parseObject(Bytes.wrap(bytes)));
    } catch (MalformedCredential e) {
      throw new UnreadableRequest(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("the client left", e);
    }
  }

  /**
   * @throws MalformedCredential where it is missing or no object
   */
  JsonObject object(String name) {
    if (value(name) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedCredential("/" + name, "not an object");
  }

  /**
   * @throws MalformedCredential where it is missing
   */
  JsonValue value(String name) {
    var value = body.get(name);
    if (value == null) {
      throw new MalformedCredential("/" + name, "missing");
    }
    return value;
  }

  @Nullable JsonValue options() {
    return body.get("options");
  }

  /** JSON Pointers among the options; none where there is no such option. */
  List<String> pointers(String name) {
    var value = options() instanceof JsonObject options ? options.get(name) : null;
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      throw new MalformedCredential("/options/" + name, "not a list of JSON Pointers");
    }
    var pointers = new ArrayList<String>();
    for (var each : array.elements()) {
      if (!(each instanceof JsonString pointer)) {
        throw new MalformedCredential("/options/" + name, "not a list of JSON Pointers");
      }
      pointers.add(pointer.value());
    }
    return pointers;
  }
}
