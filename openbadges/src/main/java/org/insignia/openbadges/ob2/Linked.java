package org.insignia.openbadges.ob2;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.members.MemberReader;
import org.jspecify.annotations.Nullable;

/** Members that hold a URL, or the thing itself with its id. */
final class Linked {
  private Linked() {}

  /** The URL, or the id of the thing; null where there is none. */
  static @Nullable String id(MemberReader in, String name) {
    List<String> ids = ids(in, name);
    return ids.isEmpty() ? null : ids.getFirst();
  }

  static List<String> ids(MemberReader in, String name) {
    var ids = new ArrayList<String>();
    for (JsonValue value : in.values(name)) {
      String id =
          switch (value) {
            case JsonString s -> s.value();
            case JsonObject o -> o.string("id");
            default -> throw in.wrong(name, "neither a URL nor an object");
          };
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** The thing itself where it stands here, else null. */
  static @Nullable JsonObject embedded(MemberReader in, String name) {
    return in.values(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .findFirst()
        .orElse(null);
  }
}
