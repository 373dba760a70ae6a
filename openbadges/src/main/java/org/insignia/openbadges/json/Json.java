package org.insignia.openbadges.json;

/** Reads and writes JSON strictly. */
public final class Json {
  private Json() {}

  /**
   * Parses one JSON text (RFC 8259, I-JSON).
   *
   * @throws MalformedCredential for bytes that are not UTF-8, a byte order mark, duplicate keys,
   *     lone surrogates, trailing data, nesting deeper than 64, numbers longer than 40 characters
   *     or outside a double, more than 4 MiB
   */
  public static JsonValue parse(Bytes utf8) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #parse(Bytes)}, for a text. */
  public static JsonValue parse(String text) {
    return parse(Bytes.utf8(text));
  }

  /** Compact form, members in their order. */
  public static String write(JsonValue value) {
    throw new UnsupportedOperationException();
  }
}
