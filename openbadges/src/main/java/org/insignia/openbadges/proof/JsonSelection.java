package org.insignia.openbadges.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document that pointers select: what they point at, and on the way there the id and
 * type of each object, without which the part would say something else.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-di-ecdsa-20250515/#selectjsonld">VC-DI-ECDSA
 *     selectJsonLd</a>
 */
final class JsonSelection {
  private static final Set<String> IDENTIFYING = Set.of("id", "type", "@id", "@type");

  private JsonSelection() {}

  /**
   * @throws MalformedCredential where a pointer points at nothing
   */
  static JsonObject of(JsonObject document, List<JsonPointer> pointers) {
    List<List<String>> paths = pointers.stream().map(JsonPointer::tokens).toList();
    JsonObject selected = (JsonObject) part(document, paths, "");
    JsonValue context = document.get("@context");
    return context == null ? selected : selected.with("@context", context);
  }

  private static JsonValue part(JsonValue value, List<List<String>> paths, String at) {
    if (paths.stream().anyMatch(List::isEmpty)) return value;
    return switch (value) {
      case JsonObject object -> object(object, paths, at);
      case JsonArray array -> array(array, paths, at);
      default -> throw new MalformedCredential(at, "a pointer leads past this value");
    };
  }

  private static JsonObject object(JsonObject object, List<List<String>> paths, String at) {
    Map<String, List<List<String>>> tails = tails(paths);
    for (String name : tails.keySet()) {
      if (object.get(name) == null) throw nothing(at, name);
    }
    var members = new LinkedHashMap<String, JsonValue>();
    object
        .members()
        .forEach((name, value) -> {
          List<List<String>> rest = tails.get(name);
          if (IDENTIFYING.contains(name)) {
            members.put(name, value);
          } else if (rest != null) {
            members.put(name, part(value, rest, at + "/" + JsonPointer.escape(name)));
          }
        });
    return new JsonObject(members);
  }

  private static JsonArray array(JsonArray array, List<List<String>> paths, String at) {
    var elements = new TreeMap<Integer, JsonValue>();
    tails(paths)
        .forEach((token, rest) -> {
          JsonValue element = element(array, token);
          if (element == null) throw nothing(at, token);
          elements.put(Integer.valueOf(token), part(element, rest, at + "/" + token));
        });
    return new JsonArray(new ArrayList<>(elements.values()));
  }

  private static @Nullable JsonValue element(JsonArray array, String token) {
    return new JsonPointer(List.of(token)).in(array);
  }

  /** By first token: what is left of the paths that start with it. */
  private static Map<String, List<List<String>>> tails(List<List<String>> paths) {
    var tails = new LinkedHashMap<String, List<List<String>>>();
    for (List<String> path : paths) {
      tails
          .computeIfAbsent(path.getFirst(), first -> new ArrayList<>())
          .add(path.subList(1, path.size()));
    }
    return tails;
  }

  private static MalformedCredential nothing(String at, String token) {
    return new MalformedCredential(at + "/" + JsonPointer.escape(token), "selects nothing");
  }
}
