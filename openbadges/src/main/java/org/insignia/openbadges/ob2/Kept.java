package org.insignia.openbadges.ob2;

import java.util.LinkedHashMap;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/**
 * What a class does not know of a document, such as extensions, or would spell otherwise: kept as
 * it was read and written again, so that nothing gets lost.
 */
final class Kept {
  /** Of a document that was not read. */
  static final JsonObject NOTHING = new JsonObject(new LinkedHashMap<>());

  private Kept() {}

  /**
   * @param written what the class makes of what it read
   */
  static JsonObject of(JsonObject read, JsonObject written) {
    var kept = new LinkedHashMap<String, JsonValue>();
    read.members()
        .forEach((name, value) -> {
          if (!value.equals(written.get(name))) {
            kept.put(name, value);
          }
        });
    return new JsonObject(kept);
  }

  /** The document with what was kept in its place. */
  static JsonObject restored(JsonObject written, JsonObject kept) {
    JsonObject restored = written;
    for (String name : kept.members().keySet()) {
      restored = restored.with(name, kept.members().get(name));
    }
    return restored;
  }
}
