package org.insignia.openbadges.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;

/**
 * Makes credentials up that keep to a schema of 1EdTech, in the form that the standards ask for:
 * members of several values as arrays, dates in UTC.
 */
final class SchemaValues {
  private static final int DEEPEST = 5;
  private static final List<String> LANGUAGES = List.of("en", "en-GB", "zh-Hans-CN", "es-419");

  /** Types that the schema leaves open, as the standards name them. */
  private static final Map<String, String> OPEN_TYPES =
      Map.of(
          "credentialStatus", "BitstringStatusListEntry",
          "refreshService", "1EdTechCredentialRefresh",
          "credentialSchema", "1EdTechJsonSchemaValidator2019",
          "termsOfUse", "Policy",
          "proof", "DataIntegrityProof");

  private final JsonObject root;
  private final Random random;
  private final double chance;
  private final Set<String> used = new TreeSet<>();

  /**
   * @param chance how likely a member is there that may be missing
   */
  SchemaValues(JsonObject root, Random random, double chance) {
    this.root = root;
    this.random = random;
    this.chance = chance;
  }

  JsonObject credential() {
    return object(root, root.string("title"), "", 0);
  }

  /** Class and name of every member that was made so far. */
  Set<String> used() {
    return used;
  }

  private JsonObject object(JsonObject schema, String className, String owner, int depth) {
    var members = new LinkedHashMap<String, JsonValue>();
    List<JsonValue> required = schema.list("required");
    JsonObject properties = Objects.requireNonNullElse(schema.object("properties"), root);
    properties
        .members()
        .forEach((name, property) -> {
          boolean needed = required.contains(JsonValue.of(name));
          if (needed || depth < DEEPEST && random.nextDouble() < chance) {
            String role = name.equals("type") ? owner : name;
            members.put(name, value((JsonObject) property, className, name, role, depth));
            used.add(className + "." + name);
          }
        });
    return new JsonObject(members);
  }

  private JsonValue value(
      JsonObject schema, String className, String name, String role, int depth) {
    if (name.equals("@context")) {
      return JsonValue.from(
          List.of(
              "https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"));
    }
    String reference = schema.string("$ref");
    if (reference != null) {
      String target = reference.substring(reference.lastIndexOf('/') + 1);
      boolean profile = target.equals("ProfileRef");
      if (profile && random.nextBoolean()) {
        return word(name, schema);
      }
      String definition = profile ? "Profile" : target;
      return object(
          Objects.requireNonNull(root.object("$defs").object(definition)),
          definition,
          role,
          depth + 1);
    }
    if (name.equals("type")) {
      return type(schema, className, role);
    }
    return alternatives(schema, className, name, depth);
  }

  private JsonValue alternatives(JsonObject schema, String className, String name, int depth) {
    List<JsonObject> options = schema.list("oneOf").stream().map(JsonObject.class::cast).toList();
    for (JsonObject option : options) {
      if ("array".equals(option.string("type"))) {
        JsonObject items = Objects.requireNonNull(option.object("items"));
        var elements = new ArrayList<JsonValue>();
        for (int i = random.nextInt(depth > 2 ? 1 : 3); i >= 0; i--) {
          elements.add(value(items, className, name, name, depth));
        }
        return new JsonArray(elements);
      }
    }
    if (!options.isEmpty()) {
      boolean open = options.stream().allMatch(o -> "string".equals(o.string("type")));
      if (open && random.nextInt(5) == 0) {
        return JsonValue.of("ext:Own" + random.nextInt(9));
      }
      return value(options.getFirst(), className, name, name, depth);
    }
    return switch (String.valueOf(schema.string("type"))) {
      case "boolean" -> JsonValue.of(random.nextBoolean());
      case "number" ->
          new JsonNumber(
              BigDecimal.valueOf(random.nextInt(3_600) - 900, 1)
                  .stripTrailingZeros()
                  .toPlainString());
      default -> word(name, schema);
    };
  }

  private JsonValue word(String name, JsonObject schema) {
    List<JsonValue> allowed = schema.list("enum");
    if (!allowed.isEmpty()) {
      return allowed.get(random.nextInt(allowed.size()));
    }
    return JsonValue.of(
        switch (String.valueOf(schema.string("format"))) {
          case "date-time" -> "20%02d-02-03T04:05:%02dZ".formatted(name.length(), number(60));
          case "date" -> "19%02d-02-03".formatted(number(100));
          default -> text(name, schema);
        });
  }

  private String text(String name, JsonObject schema) {
    if (name.equals("inLanguage")) {
      return LANGUAGES.get(number(LANGUAGES.size()));
    }
    if (schema.string("pattern") != null) {
      return "eyJhbGciOiJFUzI1NiJ9.e30.AA" + number(10);
    }
    boolean address = List.of("id", "issuer", "url", "targetUrl", "source").contains(name);
    return address
        ? "https://made.example/" + name + "/" + number(1_000)
        : name + " " + List.of("plain", "é\"\\\n", "漢字 😀", "*narrative*").get(number(4));
  }

  /** All types that the schema demands, as an array where it allows one. */
  private JsonValue type(JsonObject schema, String className, String role) {
    var demanded = new ArrayList<JsonValue>();
    for (JsonValue option : schema.list("oneOf")) {
      JsonObject array = (JsonObject) option;
      List<JsonValue> parts =
          array.get("allOf") == null ? List.<JsonValue>of(array) : array.list("allOf");
      for (JsonValue part : parts) {
        JsonObject contains = ((JsonObject) part).object("contains");
        if (contains != null) {
          demanded.add(contains.list("enum").getLast());
        }
      }
      if (array.get("enum") != null) {
        return array.list("enum").getFirst();
      }
    }
    return demanded.isEmpty()
        ? JsonValue.of(OPEN_TYPES.getOrDefault(role, className))
        : new JsonArray(demanded);
  }

  private int number(int bound) {
    return random.nextInt(bound);
  }

  /** Class and name of every member that a schema has. */
  static Set<String> allMembers(JsonObject root) {
    var all = new TreeSet<String>();
    root.object("$defs")
        .members()
        .forEach((name, definition) -> addMembers(all, name, (JsonObject) definition));
    addMembers(all, String.valueOf(root.string("title")), root);
    return all;
  }

  private static void addMembers(Set<String> all, String className, JsonObject schema) {
    JsonObject properties = schema.object("properties");
    if (properties != null) {
      properties.members().keySet().forEach(name -> all.add(className + "." + name));
    }
  }

  /** The words of an enumeration, wherever in a class of the schema it stands. */
  static List<String> words(JsonObject root, String className, String member) {
    JsonObject definition = Objects.requireNonNull(root.object("$defs").object(className));
    JsonObject property = Objects.requireNonNull(definition.object("properties").object(member));
    List<JsonValue> direct = property.list("enum");
    JsonValue[] words =
        (direct.isEmpty() ? ((JsonObject) property.list("oneOf").getFirst()).list("enum") : direct)
            .toArray(JsonValue[]::new);
    return Arrays.stream(words).map(w -> ((JsonString) w).value()).toList();
  }
}
