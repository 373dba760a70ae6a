package org.insignia.openbadges.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;

/** One pass over the bytes of a JSON text, by recursive descent of bounded depth. */
final class JsonReader {
  static final int LARGEST_TEXT = 4 * 1024 * 1024;
  static final int DEEPEST_NESTING = 64;
  static final int LONGEST_NUMBER = 100;

  private static final JsonBoolean TRUE = new JsonBoolean(true);
  private static final JsonBoolean FALSE = new JsonBoolean(false);
  private static final JsonNull NULL = new JsonNull();

  private final byte[] text;
  private int at;

  /** Where we are, outermost first: a member name or an array index. Read only on failure. */
  private final Object[] path = new Object[DEEPEST_NESTING];

  private int depth;

  JsonReader(byte[] text) {
    this.text = text;
  }

  JsonValue document() {
    if (text.length > LARGEST_TEXT) {
      throw new MalformedCredential("", text.length + " bytes, at most " + LARGEST_TEXT);
    }
    skipSpace();
    JsonValue value = value();
    skipSpace();
    if (at < text.length) {
      throw wrong("text after the JSON value");
    }
    return value;
  }

  private JsonValue value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new JsonString(string());
      case 't' -> word("true", TRUE);
      case 'f' -> word("false", FALSE);
      case 'n' -> word("null", NULL);
      default -> number();
    };
  }

  private JsonObject object() {
    enter();
    var members = new FreshMembers();
    if (peek() == '}') {
      at++;
    } else {
      do {
        member(members);
      } while (another('}'));
    }
    depth--;
    return new JsonObject(members);
  }

  private void member(FreshMembers members) {
    skipSpace();
    if (peek() != '"') {
      throw wrong("a member name is expected");
    }
    String name = name();
    path[depth - 1] = name;
    skipSpace();
    if (peek() != ':') {
      throw wrong("':' is expected");
    }
    at++;
    skipSpace();
    if (members.put(name, value()) != null) {
      throw wrong("the member occurs twice");
    }
  }

  private JsonArray array() {
    enter();
    var elements = new ArrayList<JsonValue>();
    if (peek() == ']') {
      at++;
    } else {
      do {
        path[depth - 1] = elements.size();
        skipSpace();
        elements.add(value());
      } while (another(']'));
    }
    depth--;
    return new JsonArray(elements);
  }

  private void enter() {
    if (depth == DEEPEST_NESTING) {
      throw wrong("nested deeper than " + DEEPEST_NESTING);
    }
    path[depth++] = "";
    at++;
    skipSpace();
  }

  /** Consumes a comma (true) or the closing bracket (false). */
  private boolean another(char close) {
    skipSpace();
    int c = peek();
    if (c != ',' && c != close) {
      throw wrong("',' or '" + close + "' is expected");
    }
    at++;
    return c == ',';
  }

  private JsonValue word(String word, JsonValue value) {
    if (text.length - at < word.length()
        || !word.equals(new String(text, at, word.length(), StandardCharsets.ISO_8859_1))) {
      throw wrong("not a JSON value");
    }
    at += word.length();
    return value;
  }

  private JsonNumber number() {
    int end = at;
    while (end < text.length && isNumberPart(text[end])) {
      end++;
    }
    if (end - at > LONGEST_NUMBER) {
      throw wrong("a number of " + (end - at) + " characters, at most " + LONGEST_NUMBER);
    }
    String literal = new String(text, at, end - at, StandardCharsets.ISO_8859_1);
    if (!NumberSyntax.accepts(literal)) {
      throw wrong("not a JSON value");
    }
    if (!Double.isFinite(Double.parseDouble(literal))) {
      throw wrong("a number outside the range of a double");
    }
    at = end;
    return new JsonNumber(literal);
  }

  private static boolean isNumberPart(byte b) {
    return (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
  }

  private String name() {
    int end = PlainText.end(text, at + 1);
    if (end < text.length && text[end] == '"') {
      String name = MemberNames.of(text, at + 1, end);
      at = end + 1;
      return name;
    }
    return string();
  }

  private String string() {
    int start = ++at;
    int i = PlainText.end(text, start);
    if (i < text.length && text[i] == '"') {
      at = i + 1;
      return new String(text, start, i - start, StandardCharsets.ISO_8859_1);
    }
    var reader = new StringReader(text, start);
    String value = reader.read();
    at = reader.end();
    if (value == null) {
      throw wrong(reader.problem());
    }
    return value;
  }

  private void skipSpace() {
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** The next byte, or -1 at the end, which no token starts with. */
  private int peek() {
    return at < text.length ? text[at] : -1;
  }

  private MalformedCredential wrong(String detail) {
    var pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      pointer.append('/').append(JsonPointer.escape(path[i].toString()));
    }
    return new MalformedCredential(pointer.toString(), detail + " (at byte " + at + ")");
  }
}
