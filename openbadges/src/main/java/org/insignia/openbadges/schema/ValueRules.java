package org.insignia.openbadges.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  static Rule type(String name) {
    if (!List.of("object", "array", "string", "number", "boolean").contains(name)) {
      throw new IllegalStateException("unknown schema type " + name);
    }
    return (value, findings) -> {
      if (!typeOf(value).equals(name)) {
        findings.problem("must be of type " + name);
      }
    };
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
    Pattern pattern = Pattern.compile(expression);
    return (value, findings) -> {
      if (value instanceof JsonString text && !pattern.matcher(text.value()).find()) {
        findings.problem("does not match " + expression);
      }
    };
  }

  static Rule format(String name) {
    DateTimeFormatter formatter =
        switch (name) {
          case "date-time" -> DateTimeFormatter.ISO_OFFSET_DATE_TIME;
          case "date" -> DateTimeFormatter.ISO_LOCAL_DATE;
          default -> throw new IllegalStateException("unknown schema format " + name);
        };
    return (value, findings) -> {
      if (value instanceof JsonString text && !isDate(text.value(), formatter)) {
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

  static Rule minItems(int least) {
    return (value, findings) -> {
      if (value instanceof JsonArray array && array.elements().size() < least) {
        findings.problem("has fewer than " + least + " elements");
      }
    };
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

  static Rule contains(Schema schema) {
    return (value, findings) -> {
      if (value instanceof JsonArray array
          && array.elements().stream().noneMatch(e -> schema.accepts(e, findings))) {
        findings.problem("lacks an element that must be there");
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

  static Rule members(Map<String, Schema> named, Schema additional) {
    Map<String, Schema> schemas = Map.copyOf(named);
    return (value, findings) -> {
      if (value instanceof JsonObject object) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          findings.enter(member.getKey());
          schemas.getOrDefault(member.getKey(), additional).check(member.getValue(), findings);
          findings.leave();
        }
      }
    };
  }
}
