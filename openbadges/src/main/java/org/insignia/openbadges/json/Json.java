package org.insignia.openbadges.json;

import org.insignia.openbadges.json.JsonValue.JsonObject;

/** Reads and writes JSON strictly. */
public final class Json {
  private Json() {}

  /**
   * Parses one JSON text (RFC 8259, I-JSON).
   *
   * @throws MalformedCredential for bytes that are not UTF-8, a byte order mark, duplicate keys,
   *     lone surrogates, trailing text, nesting deeper than 64, numbers longer than 100 characters
   *     or outside a double, more than 4 MiB
   */
  public static JsonValue parse(Bytes utf8) {
    return new JsonReader(utf8.view()).document();
  }

  /** As {@link #parse(Bytes)}, for a text; a lone surrogate in it is refused too. */
  public static JsonValue parse(String text) {
    return new JsonReader(Utf8.encode(text)).document();
  }

  /** As {@link #parse(Bytes)}, where only an object makes sense. */
  public static JsonObject parseObject(Bytes utf8) {
    return switch (parse(utf8)) {
      case JsonObject object -> object;
      case JsonValue other -> throw new MalformedCredential("", "not a JSON object");
    };
  }

  /** Compact form, members in their order, numbers as they were written. */
  public static String write(JsonValue value) {
    var out = new StringBuilder(1024);
    JsonText.append(out, value);
    return out.toString();
  }
}
