package org.insignia.openbadges.jose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/** Claims shown beside a token, to be put back where their digests stand. */
final class Disclosures {
  /** For tokens that have none; leaves the payload as it is. */
  static final Disclosures NONE = new Disclosures(List.of());

  private static final int DEEPEST = 64;

  private final List<Disclosure> all;

  Disclosures(List<Disclosure> all) {
    this.all = List.copyOf(all);
  }

  List<Disclosure> all() {
    return all;
  }

  /**
   * The payload with the claims in their places.
   *
   * @throws MalformedCredential where a disclosure has no place, or more than one, or would
   *     overwrite a claim, or another hash is asked for
   */
  JsonObject applied(JsonObject payload) {
    if (this == NONE) return payload;
    JsonValue algorithm = payload.get("_sd_alg");
    if (algorithm != null && !algorithm.equals(JsonValue.of("sha-256"))) {
      throw new MalformedCredential("/_sd_alg", "not sha-256");
    }
    var restoring = new Restoring(all);
    JsonObject restored = restoring.object(payload.without("_sd_alg"), 0);
    restoring.finish();
    return restored;
  }

  /** One pass over one payload. */
  private static final class Restoring {
    private final Map<String, Disclosure> open = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    Restoring(List<Disclosure> all) {
      for (Disclosure disclosure : all) {
        if (open.put(disclosure.digest(), disclosure) != null) {
          throw new MalformedCredential("", "a disclosure that is there twice");
        }
      }
    }

    void finish() {
      if (!open.isEmpty()) {
        throw new MalformedCredential("", open.size() + " disclosures that were not signed");
      }
    }

    private JsonValue value(JsonValue value, int depth) {
      if (depth > DEEPEST) throw new MalformedCredential("", "disclosures nested too deep");
      return switch (value) {
        case JsonObject object -> object(object, depth);
        case JsonArray array -> array(array, depth);
        default -> value;
      };
    }

    JsonObject object(JsonObject object, int depth) {
      var members = new LinkedHashMap<String, JsonValue>();
      object
          .members()
          .forEach((name, value) -> {
            if (name.equals("_sd")) return;
            if (name.equals("...")) throw new MalformedCredential("", "... outside a list");
            members.put(name, value(value, depth + 1));
          });
      JsonValue digests = object.get("_sd");
      if (digests == null) return new JsonObject(members);
      if (!(digests instanceof JsonArray list)) {
        throw new MalformedCredential("", "_sd is not a list");
      }
      for (JsonValue digest : list.elements()) {
        Disclosure shown = take(digest);
        if (shown == null) continue;
        String name = shown.name();
        if (name == null || name.equals("_sd") || name.equals("...") || object.get(name) != null) {
          throw new MalformedCredential("", "a disclosure in a place that it does not fit");
        }
        if (members.putIfAbsent(name, value(shown.value(), depth + 1)) != null) {
          throw new MalformedCredential("", "two disclosures of one claim");
        }
      }
      return new JsonObject(members);
    }

    private JsonArray array(JsonArray array, int depth) {
      var elements = new ArrayList<JsonValue>();
      for (JsonValue element : array.elements()) {
        if (element instanceof JsonObject o && o.members().size() == 1 && o.get("...") != null) {
          Disclosure shown = take(Objects.requireNonNull(o.get("...")));
          if (shown == null) continue;
          if (shown.name() != null) {
            throw new MalformedCredential("", "a disclosure in a place that it does not fit");
          }
          elements.add(value(shown.value(), depth + 1));
        } else {
          elements.add(value(element, depth + 1));
        }
      }
      return new JsonArray(elements);
    }

    private @Nullable Disclosure take(JsonValue digest) {
      if (!(digest instanceof JsonString text)) {
        throw new MalformedCredential("", "a digest that is not text");
      }
      if (!seen.add(text.value()))
        throw new MalformedCredential("", "a digest that is there twice");
      return open.remove(text.value());
    }
  }
}
