package org.insignia.openbadges.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.Jcs;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.shape.ByteText;
import org.insignia.openbadges.shape.SlotContents;

/**
 * The JSON of a template: the example and its holes.
 *
 * @param json as it is published, without the closing brace: the proof follows
 * @param canonicalJson by RFC 8785, whole
 */
record Skeleton(
    JsonObject example, List<JsonPointer> pointers, ByteText json, ByteText canonicalJson) {
  private static final String PLACEHOLDER = "urn:insignia-hole:";

  static Skeleton of(JsonObject example, List<JsonPointer> holes) {
    if (Set.copyOf(holes).size() < holes.size()) {
      throw new IllegalArgumentException("two holes at one place");
    }
    for (JsonPointer hole : holes) {
      if (!(hole.in(example) instanceof JsonString)) {
        throw new IllegalArgumentException("no string at " + hole);
      }
    }
    if (Json.write(example).contains(PLACEHOLDER)) {
      throw new IllegalArgumentException("the example holds " + PLACEHOLDER);
    }
    List<String> placeholders = placeholders(holes.size());
    JsonObject marked = filled(example, holes, placeholders);
    String json = Json.write(marked);
    return new Skeleton(
        example,
        List.copyOf(holes),
        text(json.substring(0, json.length() - 1), placeholders),
        text(Jcs.text(marked), placeholders));
  }

  private static ByteText text(String json, List<String> placeholders) {
    var text = new ByteText.Builder();
    int done = 0;
    // Holes may be given in any order; the text is cut where they stand.
    for (int at = json.indexOf('"' + PLACEHOLDER);
        at >= 0;
        at = json.indexOf('"' + PLACEHOLDER, at + 1)) {
      int end = json.indexOf('"', at + 1);
      int hole = placeholders.indexOf(json.substring(at + 1, end));
      text.text(json.substring(done, at + 1)).slot(SlotContents.json(hole));
      done = end;
    }
    return text.text(json.substring(done)).finish();
  }

  /** Values that are found again wherever they go: IRIs, and no literal of the example. */
  static List<String> placeholders(int count) {
    List<String> placeholders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      placeholders.add(PLACEHOLDER + i + ";");
    }
    return placeholders;
  }

  int holes() {
    return pointers.size();
  }

  JsonObject fill(List<String> values) {
    if (values.size() != pointers.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + pointers.size() + " holes");
    }
    return filled(example, pointers, values);
  }

  private static JsonObject filled(
      JsonObject example, List<JsonPointer> holes, List<String> values) {
    JsonObject filled = example;
    for (int i = 0; i < holes.size(); i++) {
      JsonValue value = JsonValue.of(values.get(i));
      filled = (JsonObject) replaced(filled, holes.get(i).tokens(), value);
    }
    return filled;
  }

  private static JsonValue replaced(JsonValue in, List<String> path, JsonValue value) {
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    return switch (in) {
      case JsonObject object -> {
        JsonValue member = object.get(path.getFirst());
        yield object.with(path.getFirst(), replaced(member == null ? in : member, rest, value));
      }
      case JsonArray array -> {
        var elements = new ArrayList<>(array.elements());
        int index = Integer.parseInt(path.getFirst());
        elements.set(index, replaced(elements.get(index), rest, value));
        yield new JsonArray(elements);
      }
      default -> throw new IllegalStateException("checked when compiled");
    };
  }
}
