package org.insignia.openbadges.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.OverBudget;
import org.insignia.openbadges.shape.FreshShapes;

/**
 * Canonical forms that were learnt: whatever series came before, each is the one that the general
 * way gives, and what that refuses is refused.
 */
final class ShapeTarget implements FuzzTarget {
  private static final int SERIES = 8;

  @Override
  public boolean judge(Bytes input) {
    JsonObject document;
    try {
      document = Json.parseObject(input);
    } catch (MalformedCredential e) {
      return false;
    }
    Function<JsonObject, Bytes> known = FreshShapes.of(Contexts.bundled());
    List<String> words = new ArrayList<>();
    collect(document, words);
    boolean read = false;
    for (int i = 0; i < SERIES; i++) {
      read |= same(known, document);
      read |= same(known, (JsonObject) relative(document, i, words, new int[1]));
    }
    return read;
  }

  private static boolean same(Function<JsonObject, Bytes> known, JsonObject document) {
    Object general = answer(FreshShapes.none(Contexts.bundled()), document);
    Property.same(general, answer(known, document), "learnt another form");
    return general instanceof Bytes;
  }

  private static Object answer(Function<JsonObject, Bytes> way, JsonObject document) {
    try {
      return way.apply(document);
    } catch (MalformedCredential e) {
      return "refused: " + e.getMessage();
    } catch (OverBudget e) {
      return "over budget";
    }
  }

  private static void collect(JsonValue value, List<String> words) {
    switch (value) {
      case JsonString string -> words.add(string.value());
      case JsonArray array -> array.elements().forEach(element -> collect(element, words));
      case JsonObject object -> object.members().values().forEach(v -> collect(v, words));
      default -> {}
    }
  }

  /**
   * A document of the same series, more or less: some strings longer, some taken from elsewhere.
   */
  private static JsonValue relative(JsonValue value, int number, List<String> words, int[] count) {
    return switch (value) {
      case JsonString string -> {
        int at = count[0]++;
        yield switch ((at * 7 + number) % 9) {
          case 0 -> JsonValue.of(string.value() + number);
          case 1 ->
              number < SERIES / 2 ? string : JsonValue.of(words.get((at + number) % words.size()));
          default -> string;
        };
      }
      case JsonArray array ->
          new JsonArray(
              array.elements().stream().map(e -> relative(e, number, words, count)).toList());
      case JsonObject object -> {
        var members = new LinkedHashMap<String, JsonValue>();
        object
            .members()
            .forEach((name, member) -> members.put(name, relative(member, number, words, count)));
        yield new JsonObject(members);
      }
      default -> value;
    };
  }

  @Override
  public List<Bytes> seeds() {
    return new JsonLdTarget().seeds();
  }

  @Override
  public List<String> folders() {
    return new JsonLdTarget().folders();
  }
}
