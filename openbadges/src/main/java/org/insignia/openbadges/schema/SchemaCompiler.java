package org.insignia.openbadges.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.schema.Schema.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the keywords of JSON Schema 2019-09 that the 1EdTech schemas use. Another keyword is an
 * error: a rule that is not understood must not look like one that is kept.
 *
 * @see <a href="https://json-schema.org/draft/2019-09/json-schema-validation">2019-09</a>
 */
final class SchemaCompiler {
  private final JsonObject root;

  /** By reference; entered before compiling, which closes circles. */
  private final Map<String, Schema> byReference = new HashMap<>();

  private SchemaCompiler(JsonObject root) {
    this.root = root;
  }

  static Schema compile(JsonObject root) {
    return new SchemaCompiler(root).schema(root);
  }

  private Schema schema(JsonValue value) {
    var schema = new Schema();
    schema.rules(rules(value));
    return schema;
  }

  private List<Rule> rules(JsonValue value) {
    return switch (value) {
      case JsonBoolean allowed when allowed.value() -> List.of();
      case JsonBoolean forbidden -> List.of((v, findings) -> findings.problem("must not be here"));
      case JsonObject object -> {
        List<Rule> rules = new ArrayList<>();
        object.members().forEach((keyword, argument) -> add(rules, keyword, argument, object));
        yield rules;
      }
      default -> throw new IllegalStateException("neither a schema nor a boolean");
    };
  }

  private void add(List<Rule> rules, String keyword, JsonValue argument, JsonObject siblings) {
    Rule rule =
        switch (keyword) {
          // Annotations, and definitions that count only where they are referred to.
          case "$schema", "$id", "$comment", "$defs", "title", "description" -> null;
          // Read together with items and properties.
          case "additionalItems" -> null;
          case "additionalProperties" ->
              siblings.get("properties") == null ? members(siblings) : null;
          case "properties" -> members(siblings);
          case "$ref" -> reference(text(argument));
          case "type" -> ValueRules.type(text(argument));
          case "required" -> ValueRules.required(texts(argument));
          case "enum" -> ValueRules.oneOfValues(((JsonArray) argument).elements());
          case "pattern" -> ValueRules.pattern(text(argument));
          case "format" -> ValueRules.format(text(argument));
          case "minItems" ->
              ValueRules.minItems(Integer.parseInt(((JsonNumber) argument).literal()));
          case "items" -> items(argument, siblings.get("additionalItems"));
          case "contains" -> ValueRules.contains(schema(argument));
          case "propertyNames" -> ValueRules.propertyNames(schema(argument));
          case "allOf" -> Alternatives.allOf(schemas(argument));
          case "anyOf" -> Alternatives.anyOf(schemas(argument));
          case "oneOf" -> Alternatives.oneOf(schemas(argument));
          default -> throw new IllegalStateException("unknown schema keyword " + keyword);
        };
    if (rule != null) {
      rules.add(rule);
    }
  }

  private Rule reference(String reference) {
    Schema known = byReference.get(reference);
    if (known == null) {
      if (!reference.startsWith("#")) {
        throw new IllegalStateException("a reference to another document: " + reference);
      }
      known = new Schema();
      byReference.put(reference, known);
      JsonValue target = JsonPointer.parse(reference.substring(1)).in(root);
      known.rules(rules(Objects.requireNonNull(target, reference)));
    }
    Schema target = known;
    return (value, findings) -> target.check(value, findings);
  }

  private Rule members(JsonObject siblings) {
    Map<String, Schema> named = new HashMap<>();
    if (siblings.object("properties") instanceof JsonObject properties) {
      properties.members().forEach((name, value) -> named.put(name, schema(value)));
    }
    JsonValue additional = siblings.get("additionalProperties");
    return ValueRules.members(named, additional == null ? new Schema() : schema(additional));
  }

  private Rule items(JsonValue argument, @Nullable JsonValue additional) {
    if (argument instanceof JsonArray tuple) {
      Schema rest = additional == null ? new Schema() : schema(additional);
      return ValueRules.elements(tuple.elements().stream().map(this::schema).toList(), rest);
    }
    return ValueRules.elements(List.of(), schema(argument));
  }

  private List<Schema> schemas(JsonValue argument) {
    return ((JsonArray) argument).elements().stream().map(this::schema).toList();
  }

  private static List<String> texts(JsonValue argument) {
    return ((JsonArray) argument).elements().stream().map(SchemaCompiler::text).toList();
  }

  private static String text(JsonValue value) {
    return ((JsonString) value).value();
  }
}
