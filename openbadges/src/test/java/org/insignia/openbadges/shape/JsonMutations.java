package org.insignia.openbadges.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;

/** Seeded changes to a document of the kinds that could make a template give the wrong form. */
final class JsonMutations {
  private static final List<String> STRINGS =
      List.of(
          "",
          "a",
          "b",
          "urn:a",
          "urn:b",
          "did:example:1",
          "https://a.example/",
          "https:a",
          "tel:+49",
          "_:b0",
          "relative",
          "urn:a b",
          "urn:a>",
          "\"\\\n\t\u0000\u001f\u007f\u0085",
          "é中😀\uffff",
          "_:c14n0",
          "_:c14n1",
          "<urn:a>",
          "urn:insignia-hole:0;",
          "urn:insignia-hole:1;",
          "@type",
          "Image",
          "Profile",
          "schema:name",
          "ob:x",
          "xsd:date",
          "cred:x",
          "sec:proof",
          "id",
          "2026");

  private final Random random;
  private List<String> own = List.of();

  /**
   * @param seed the same seed gives the same mutations
   */
  JsonMutations(long seed) {
    this.random = new Random(seed);
  }

  /** A copy with one to four changes, and its members sometimes in another order. */
  JsonObject of(JsonObject document) {
    own = strings(document);
    JsonObject changed = document;
    for (int i = random.nextInt(4); i >= 0; i--) {
      JsonValue next = change(changed, "");
      changed = next instanceof JsonObject object ? object : changed;
    }
    return random.nextInt(3) == 0 ? (JsonObject) shuffled(changed) : changed;
  }

  /** Strings alone are changed, by which a document keeps its shape most of the time. */
  JsonObject withOtherStrings(JsonObject document) {
    own = strings(document);
    JsonValue changed = document;
    for (int i = random.nextInt(6); i >= 0; i--) {
      changed = replaceString(changed, random.nextInt(own.size()));
    }
    return (JsonObject) changed;
  }

  private static List<String> strings(JsonValue value) {
    List<String> found = new ArrayList<>();
    collect(value, found);
    return found;
  }

  private static void collect(JsonValue value, List<String> found) {
    switch (value) {
      case JsonString string -> found.add(string.value());
      case JsonObject object -> object.members().values().forEach(member -> collect(member, found));
      case JsonArray array -> array.elements().forEach(element -> collect(element, found));
      default -> {}
    }
  }

  private int left;

  private JsonValue replaceString(JsonValue value, int number) {
    left = number;
    return replaced(value);
  }

  private JsonValue replaced(JsonValue value) {
    return switch (value) {
      case JsonString string -> left-- == 0 ? JsonValue.of(string()) : string;
      case JsonObject object -> {
        JsonObject copy = object;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          copy = copy.with(member.getKey(), replaced(member.getValue()));
        }
        yield copy;
      }
      case JsonArray array -> new JsonArray(array.elements().stream().map(this::replaced).toList());
      default -> value;
    };
  }

  private String string() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> own.get(random.nextInt(own.size()));
      case 2 -> STRINGS.get(random.nextInt(STRINGS.size()));
      default -> "urn:uuid:" + random.nextInt(1_000);
    };
  }

  private JsonValue change(JsonValue value, String key) {
    boolean here = random.nextInt(3) == 0;
    return switch (value) {
      case JsonObject object when !here && !object.members().isEmpty() -> {
        List<String> names = List.copyOf(object.members().keySet());
        String name = names.get(random.nextInt(names.size()));
        JsonValue member = object.members().getOrDefault(name, object);
        yield object.with(name, change(member, name));
      }
      case JsonObject object -> changedMembers(object);
      case JsonArray array when !here && !array.elements().isEmpty() -> {
        List<JsonValue> elements = new ArrayList<>(array.elements());
        int at = random.nextInt(elements.size());
        elements.set(at, change(elements.get(at), key));
        yield new JsonArray(elements);
      }
      case JsonArray array -> changedElements(array);
      default -> random.nextInt(6) > 0 ? JsonValue.of(string()) : scalar();
    };
  }

  private JsonValue changedMembers(JsonObject object) {
    List<String> names = List.copyOf(object.members().keySet());
    if (names.isEmpty()) {
      return object.with("name", JsonValue.of(string()));
    }
    String name = names.get(random.nextInt(names.size()));
    JsonValue member = object.members().getOrDefault(name, object);
    return switch (random.nextInt(7)) {
      case 0 -> object.without(name);
      case 1 -> object.with(name, new JsonArray(List.of(member)));
      case 2 -> object.with(name, new JsonArray(List.of(member, member)));
      case 3 -> object.without(name).with("name", member);
      case 4 -> object.with("description", JsonValue.of(string()));
      case 5 -> object.with("id", JsonValue.of(string()));
      default -> object.with(name, scalar());
    };
  }

  private JsonValue changedElements(JsonArray array) {
    List<JsonValue> elements = new ArrayList<>(array.elements());
    if (elements.isEmpty()) {
      return new JsonArray(List.of(JsonValue.of(string())));
    }
    int at = random.nextInt(elements.size());
    switch (random.nextInt(4)) {
      case 0 -> elements.add(elements.get(at));
      case 1 -> elements.remove(at);
      case 2 -> elements.addFirst(elements.remove(at));
      default -> {
        return elements.get(at);
      }
    }
    return new JsonArray(elements);
  }

  private JsonValue scalar() {
    return switch (random.nextInt(5)) {
      case 0 -> new JsonNull();
      case 1 -> new JsonBoolean(random.nextBoolean());
      case 2 -> new JsonNumber(random.nextBoolean() ? "1" : "1.0");
      case 3 -> new JsonNumber("1e2");
      default -> JsonValue.from(Map.of("id", string()));
    };
  }

  private JsonValue shuffled(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        List<String> names = new ArrayList<>(object.members().keySet());
        java.util.Collections.shuffle(names, random);
        JsonObject copy = new JsonObject(new java.util.LinkedHashMap<>());
        for (String name : names) {
          copy = copy.with(name, shuffled(object.members().getOrDefault(name, object)));
        }
        yield copy;
      }
      case JsonArray array -> new JsonArray(array.elements().stream().map(this::shuffled).toList());
      default -> value;
    };
  }
}
