package org.insignia.openbadges.json;

import java.util.List;
import java.util.SequencedMap;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;

/** Writes compact JSON with the escapes of RFC 8785, which are also the shortest. */
final class JsonText {
  private JsonText() {}

  static void append(StringBuilder out, JsonValue value) {
    switch (value) {
      case JsonObject object -> members(out, object.members());
      case JsonArray array -> elements(out, array.elements());
      case JsonString string -> quote(out, string.value());
      case JsonNumber number -> out.append(number.literal());
      case JsonBoolean bool -> out.append(bool.value());
      case JsonNull nothing -> out.append("null");
    }
  }

  private static void members(StringBuilder out, SequencedMap<String, JsonValue> members) {
    char separator = '{';
    for (var member : members.sequencedEntrySet()) {
      quote(out.append(separator), member.getKey());
      append(out.append(':'), member.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void elements(StringBuilder out, List<JsonValue> elements) {
    char separator = '[';
    for (JsonValue element : elements) {
      append(out.append(separator), element);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  /** Appends a string with its quotation marks. */
  static void quote(StringBuilder out, String text) {
    out.append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, done, i);
        escape(out, c);
        done = i + 1;
      }
    }
    out.append(text, done, text.length()).append('"');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default ->
          out.append("\\u00")
              .append(Character.forDigit(c >> 4, 16))
              .append(Character.forDigit(c & 15, 16));
    }
  }
}
