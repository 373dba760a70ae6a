package org.insignia.openbadges.members;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/** Builds an object in the order of the calls; what is null or empty is left out. */
public final class MemberWriter {
  private final SequencedMap<String, JsonValue> members = new LinkedHashMap<>();

  /** A text. */
  public MemberWriter put(String name, @Nullable String text) {
    return put(name, text == null ? null : JsonValue.of(text));
  }

  /** A number; whole ones without fraction. */
  public MemberWriter put(String name, @Nullable BigDecimal number) {
    return put(name, number == null ? null : literal(number));
  }

  /** A date and time in UTC, without fraction where it has none. */
  public MemberWriter put(String name, @Nullable Instant instant) {
    return put(name, instant == null ? null : instant.toString());
  }

  /** A calendar date. */
  public MemberWriter put(String name, @Nullable LocalDate date) {
    return put(name, date == null ? null : date.toString());
  }

  /** true or false. */
  public MemberWriter put(String name, @Nullable Boolean flag) {
    return put(name, flag == null ? null : JsonValue.of(flag.booleanValue()));
  }

  /** Any value. */
  public MemberWriter put(String name, @Nullable JsonValue value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  /** An array, also of one element. */
  public MemberWriter putAll(String name, Stream<? extends JsonValue> values) {
    List<JsonValue> elements = values.<JsonValue>map(v -> v).toList();
    return elements.isEmpty() ? this : put(name, new JsonArray(elements));
  }

  /** The {@code type} as an array. */
  public MemberWriter types(String... types) {
    return putAll("type", Stream.of(types).map(JsonString::new));
  }

  /** What was put so far. */
  public JsonObject object() {
    return new JsonObject(members);
  }

  private static JsonNumber literal(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return new JsonNumber(plain.toPlainString());
  }
}
