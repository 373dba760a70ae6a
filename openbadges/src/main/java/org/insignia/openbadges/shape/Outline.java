package org.insignia.openbadges.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.rdf.JsonLd.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document in which some strings are holes. Everything else must be as it was, but for the
 * order of members, which no statement depends on.
 */
final class Outline {
  private final Part whole;
  private final int holes;

  /** A place in the document. */
  private sealed interface Part {
    record Members(String[] names, Part[] parts) implements Part {}

    record Elements(Part[] parts) implements Part {}

    record Hole(int number, Reading reading) implements Part {}

    record Fixed(JsonValue value) implements Part {}
  }

  private Outline(Part whole, int holes) {
    this.whole = whole;
    this.holes = holes;
  }

  /**
   * @param free which strings are holes, by their JSON Pointers
   */
  static Outline of(JsonObject document, Map<String, Reading> free) {
    var holes = new ArrayList<Reading>();
    Part whole = part(document, "", free, holes);
    return new Outline(whole, holes.size());
  }

  private static Part part(
      JsonValue value, String pointer, Map<String, Reading> free, List<Reading> holes) {
    return switch (value) {
      case JsonObject object -> {
        List<Part> parts = new ArrayList<>();
        object
            .members()
            .forEach((name, member) ->
                parts.add(part(member, pointer + "/" + JsonPointer.escape(name), free, holes)));
        yield new Part.Members(
            object.members().keySet().toArray(String[]::new), parts.toArray(Part[]::new));
      }
      case JsonArray array -> {
        List<Part> parts = new ArrayList<>();
        for (JsonValue element : array.elements()) {
          parts.add(part(element, pointer + "/" + parts.size(), free, holes));
        }
        yield new Part.Elements(parts.toArray(Part[]::new));
      }
      case JsonString string -> {
        Reading reading = free.get(pointer);
        // A name with a prefix, that is: its IRI is not what is written.
        boolean other = reading instanceof Reading.Name name && !name.takes(string.value());
        if (reading == null || other) {
          yield new Part.Fixed(value);
        }
        holes.add(reading);
        yield new Part.Hole(holes.size() - 1, reading);
      }
      case JsonValue other -> new Part.Fixed(other);
    };
  }

  int holes() {
    return holes;
  }

  /** What stands in the holes of this document; null where it is another document. */
  String @Nullable [] match(JsonObject document) {
    String[] values = new String[holes];
    return matches(whole, document, values) ? values : null;
  }

  private static boolean matches(Part part, JsonValue value, String[] values) {
    return switch (part) {
      case Part.Members members -> value instanceof JsonObject o && matches(members, o, values);
      case Part.Elements elements -> value instanceof JsonArray a && matches(elements, a, values);
      case Part.Hole hole -> value instanceof JsonString s && matches(hole, s.value(), values);
      case Part.Fixed fixed -> fixed.value().equals(value);
    };
  }

  private static boolean matches(Part.Members members, JsonObject object, String[] values) {
    if (object.members().size() != members.names().length) {
      return false;
    }
    for (int i = 0; i < members.names().length; i++) {
      JsonValue member = object.get(members.names()[i]);
      if (member == null || !matches(members.parts()[i], member, values)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Part.Elements elements, JsonArray array, String[] values) {
    if (array.elements().size() != elements.parts().length) {
      return false;
    }
    for (int i = 0; i < elements.parts().length; i++) {
      if (!matches(elements.parts()[i], array.elements().get(i), values)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Part.Hole hole, String value, String[] values) {
    values[hole.number()] = value;
    return !(hole.reading() instanceof Reading.Name name) || name.takes(value);
  }

  /** The document with other strings in its holes. */
  JsonObject fill(List<String> values) {
    return (JsonObject) filled(whole, values);
  }

  private static JsonValue filled(Part part, List<String> values) {
    return switch (part) {
      case Part.Members members -> {
        var filled = new LinkedHashMap<String, JsonValue>();
        for (int i = 0; i < members.names().length; i++) {
          filled.put(members.names()[i], filled(members.parts()[i], values));
        }
        yield new JsonObject(filled);
      }
      case Part.Elements elements -> {
        List<JsonValue> filled = new ArrayList<>();
        for (Part element : elements.parts()) {
          filled.add(filled(element, values));
        }
        yield new JsonArray(filled);
      }
      case Part.Hole hole -> JsonValue.of(values.get(hole.number()));
      case Part.Fixed fixed -> fixed.value();
    };
  }
}
