package org.insignia.openbadges.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.schema.Schema.Rule;

/** The keywords that look at one value, its members or its elements. */
final class ValueRules {
  private ValueRules() {}

  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");

  static Rule type(List<String> names) {
    if (!TYPES.containsAll(names)) {
      throw new UnknownRule("the type " + names);
    }
    return (value, findings) -> {
      boolean whole = names.contains("integer") && isWhole(value);
      if (!whole && !names.contains(typeOf(value))) {
        findings.problem("must be of type " + String.join(" or ", names));
      }
    };
  }

  private static boolean isWhole(JsonValue value) {
    return value instanceof JsonNumber n && n.doubleValue() == Math.rint(n.doubleValue());
  }

  private static String typeOf(JsonValue value) {
    return switch (value) {
      case JsonObject o -> "object";
      case JsonArray a -> "array";
      case JsonString s -> "string";
      case JsonNumber n -> "number";
      case JsonBoolean b -> "boolean";
      case JsonNull n -> "null";
    };
  }

  static Rule required(List<String> names) {
    return (value, findings) -> {
      if (value instanceof JsonObject object) {
        for (String name : names) {
          if (!object.members().containsKey(name)) {
            findings.problem("lacks the required member " + name);
          }
        }
      }
    };
  }

  static Rule oneOfValues(List<JsonValue> values) {
    Set<JsonValue> allowed = Set.copyOf(values);
    return (value, findings) -> {
      if (!allowed.contains(value)) {
        findings.problem("is none of the " + allowed.size() + " values allowed here");
      }
    };
  }

  static Rule pattern(String expression) {
    var pattern = new Pattern(expression);
    return (value, findings) -> {
      if (value instanceof JsonString text && !pattern.finds(text.value())) {
        findings.problem("does not match " + expression);
      }
    };
  }

  /** Dates are held to their format; the others are annotations, as 2019-09 has it. */
  static Rule format(String name) {
    DateTimeFormatter formatter =
        switch (name) {
          case "date-time" -> DateTimeFormatter.ISO_OFFSET_DATE_TIME;
          case "date" -> DateTimeFormatter.ISO_LOCAL_DATE;
          default -> null;
        };
    return (value, findings) -> {
      if (formatter != null
          && value instanceof JsonString text
          && !isDate(text.value(), formatter)) {
        findings.problem("is no " + name);
      }
    };
  }

  private static boolean isDate(String text, DateTimeFormatter formatter) {
    try {
      return LocalDate.from(formatter.parse(text)).getYear() >= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  static Rule elements(List<Schema> first, Schema rest) {
    return (value, findings) -> {
      if (value instanceof JsonArray array) {
        for (int i = 0; i < array.elements().size(); i++) {
          findings.enter(Integer.toString(i));
          (i < first.size() ? first.get(i) : rest).check(array.elements().get(i), findings);
          findings.leave();
        }
      }
    };
  }

  static Rule propertyNames(Schema schema) {
    return (value, findings) -> {
      if (value instanceof JsonObject object) {
        for (String name : object.members().keySet()) {
          findings.enter(name);
          schema.check(JsonValue.of(name), findings);
          findings.leave();
        }
      }
    };
  }

  static Rule members(Map<String, Schema> named, Map<String, Schema> byPattern, Schema additional) {
    Map<String, Schema> schemas = Map.copyOf(named);
    Map<Pattern, Schema> patterns = new LinkedHashMap<>();
    byPattern.forEach((expression, schema) -> patterns.put(new Pattern(expression), schema));
    return (value, findings) -> {
      if (value instanceof JsonObject object) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          findings.enter(member.getKey());
          schemasFor(member.getKey(), schemas, patterns, additional)
              .forEach(schema -> schema.check(member.getValue(), findings));
          findings.leave();
        }
      }
    };
  }

  private static List<Schema> schemasFor(
      String name, Map<String, Schema> named, Map<Pattern, Schema> patterns, Schema additional) {
    List<Schema> fitting = new ArrayList<>();
    Schema own = named.get(name);
    if (own != null) {
      fitting.add(own);
    }
    patterns.forEach((pattern, schema) -> {
      if (pattern.finds(name)) {
        fitting.add(schema);
      }
    });
    return fitting.isEmpty() ? List.of(additional) : fitting;
  }
}
