package org.insignia.openbadges.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value (RFC 8259), immutable; members of an object keep the order in which they were read.
 */
public sealed interface JsonValue {

  /** An object; no key occurs twice. */
  record JsonObject(SequencedMap<String, JsonValue> members) implements JsonValue {
    public JsonObject {
      // What this package has just built belongs to nobody else and needs no copy.
      members =
          Collections.unmodifiableSequencedMap(
              members instanceof FreshMembers ? members : new LinkedHashMap<>(members));
    }

    /** The member of this name, or null where there is none. */
    public @Nullable JsonValue get(String name) {
      return members.get(name);
    }

    /** The member of this name where it is a string, else null. */
    public @Nullable String string(String name) {
      return members.get(name) instanceof JsonString s ? s.value() : null;
    }

    /** The member of this name where it is an object, else null. */
    public @Nullable JsonObject object(String name) {
      return members.get(name) instanceof JsonObject o ? o : null;
    }

    /**
     * The member as a list: its elements where it is an array, itself where it is anything else,
     * empty where absent.
     */
    public List<JsonValue> list(String name) {
      return switch (members.get(name)) {
        case null -> List.of();
        case JsonArray a -> a.elements();
        case JsonValue v -> List.of(v);
      };
    }

    /** A copy with this member set, at its old place or at the end. */
    public JsonObject with(String name, JsonValue value) {
      var copy = new FreshMembers();
      members.forEach(copy::put);
      copy.put(name, value);
      return new JsonObject(copy);
    }

    /** A copy without this member. */
    public JsonObject without(String name) {
      var copy = new FreshMembers();
      members.forEach(copy::put);
      copy.remove(name);
      return new JsonObject(copy);
    }
  }

  /** An array. */
  record JsonArray(List<JsonValue> elements) implements JsonValue {
    public JsonArray {
      elements = List.copyOf(elements);
    }
  }

  /** A string; holds no lone surrogate when it came from {@link Json#parse}. */
  record JsonString(String value) implements JsonValue {}

  /** A number, kept as it was written ({@code literal} is valid JSON number syntax). */
  record JsonNumber(String literal) implements JsonValue {
    /** The IEEE 754 double nearest to the literal; finite when it came from {@link Json#parse}. */
    public double doubleValue() {
      return Double.parseDouble(literal);
    }
  }

  /** true or false. */
  record JsonBoolean(boolean value) implements JsonValue {}

  /** null. */
  record JsonNull() implements JsonValue {}

  /** Shorthand for {@code new JsonString(value)}. */
  static JsonString of(String value) {
    return new JsonString(value);
  }

  /** A whole number. */
  static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /** Shorthand for {@code new JsonBoolean(value)}. */
  static JsonBoolean of(boolean value) {
    return new JsonBoolean(value);
  }

  /**
   * An object of alternating names and values; values may be JsonValue, String, Long, Integer,
   * Boolean or a List or Map of these.
   */
  static JsonValue from(@Nullable Object value) {
    return switch (value) {
      case null -> new JsonNull();
      case JsonValue v -> v;
      case String s -> new JsonString(s);
      case Boolean b -> new JsonBoolean(b);
      case Integer i -> of(i.longValue());
      case Long l -> of(l);
      case List<?> list -> new JsonArray(list.stream().map(JsonValue::from).toList());
      case Map<?, ?> map -> {
        var members = new LinkedHashMap<String, JsonValue>();
        map.forEach((k, v) -> members.put((String) k, from(v)));
        yield new JsonObject(members);
      }
      default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
    };
  }
}
