package org.insignia.openbadges.json;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Pointer, as its unescaped reference tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public record JsonPointer(List<String> tokens) {
  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /**
   * Reads the string form.
   *
   * @throws MalformedCredential where it is neither empty nor starts with a slash, or holds a tilde
   *     that is not followed by 0 or 1
   */
  public static JsonPointer parse(String pointer) {
    if (pointer.isEmpty()) {
      return new JsonPointer(List.of());
    }
    if (pointer.charAt(0) != '/') {
      throw new MalformedCredential("", "a JSON Pointer starts with '/': " + pointer);
    }
    var tokens = new ArrayList<String>();
    for (String token : pointer.substring(1).split("/", -1)) {
      tokens.add(unescape(token));
    }
    return new JsonPointer(tokens);
  }

  /** The value it points at, or null where there is none. */
  public @Nullable JsonValue in(JsonValue root) {
    JsonValue value = root;
    for (String token : tokens) {
      value =
          switch (value) {
            case JsonObject object -> object.get(token);
            case JsonArray array -> element(array, token);
            case null, default -> null;
          };
    }
    return value;
  }

  private static @Nullable JsonValue element(JsonArray array, String token) {
    boolean index = token.length() < 10 && token.matches("0|[1-9][0-9]*");
    if (!index || Integer.parseInt(token) >= array.elements().size()) {
      return null;
    }
    return array.elements().get(Integer.parseInt(token));
  }

  /** The token as it stands in a pointer's string form. */
  public static String escape(String token) {
    return token.indexOf('~') < 0 && token.indexOf('/') < 0
        ? token
        : token.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String token) {
    if (token.replace("~0", "").replace("~1", "").indexOf('~') >= 0) {
      throw new MalformedCredential("", "a '~' in a JSON Pointer needs 0 or 1 after it: " + token);
    }
    return token.replace("~1", "/").replace("~0", "~");
  }

  /** The string form. */
  @Override
  public String toString() {
    var out = new StringBuilder();
    tokens.forEach(token -> out.append('/').append(escape(token)));
    return out.toString();
  }
}
