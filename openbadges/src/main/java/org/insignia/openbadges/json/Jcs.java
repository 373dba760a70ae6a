package org.insignia.openbadges.json;

import java.util.Arrays;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;

/**
 * The JSON Canonicalization Scheme.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
public final class Jcs {
  private Jcs() {}

  /**
   * The canonical bytes: members sorted by UTF-16 code units, numbers as ECMAScript writes them.
   *
   * @throws MalformedCredential where a string holds a lone surrogate or a number is not finite
   */
  public static Bytes canonicalize(JsonValue value) {
    return Bytes.wrap(Utf8.encode(text(value)));
  }

  /** As {@link #canonicalize}, before the encoding in UTF-8. */
  public static String text(JsonValue value) {
    var out = new StringBuilder(1024);
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, JsonValue value) {
    switch (value) {
      case JsonObject object -> members(out, object);
      case JsonArray array -> elements(out, array);
      case JsonString string -> JsonText.quote(out, string.value());
      case JsonNumber number -> out.append(EcmaNumber.text(number.doubleValue()));
      case JsonBoolean bool -> out.append(bool.value());
      case JsonNull nothing -> out.append("null");
    }
  }

  @SuppressWarnings("unchecked")
  private static void members(StringBuilder out, JsonObject object) {
    Map.Entry<String, JsonValue>[] sorted =
        object.members().entrySet().toArray(new Map.Entry[object.members().size()]);
    // String order is the order of UTF-16 code units, as RFC 8785, section 3.2.3 asks.
    Arrays.sort(sorted, Map.Entry.comparingByKey());
    char separator = '{';
    for (Map.Entry<String, JsonValue> member : sorted) {
      JsonText.quote(out.append(separator), member.getKey());
      append(out.append(':'), member.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void elements(StringBuilder out, JsonArray array) {
    char separator = '[';
    for (JsonValue element : array.elements()) {
      append(out.append(separator), element);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }
}
